// The words of a person, in English.
import type { Same } from '../shape.ts'
import type { person as source } from '../zh/person.ts'

export const person: Same<typeof source> = {
  name: 'Person',
  plural: 'People',
  status: { active: 'In office', dismissed: 'Dismissed' },
  command: {
    create: { label: 'Add person' },
    rename: { label: 'Correct the name' },
    appoint: {
      label: 'Appoint to a post',
      explain:
        'A post is a role in an authority, sector, region or organisation; the first and the last day both count. Somebody else must appoint.',
    },
    endPost: { label: 'End the post', explain: 'Without a last day it ends at once: the next request is refused.' },
    dismiss: { label: 'Dismiss', explain: 'All posts end at once.' },
    reinstate: { label: 'Reinstate', explain: 'Without posts; each must be given anew.' },
  },
  event: {
    created: 'Added',
    renamed: 'Name corrected: {reason}',
    appointed: 'Appointed to a post',
    postEnded: 'Post ended: {reason}',
    dismissed: 'Dismissed: {reason}',
    reinstated: 'Reinstated: {reason}',
  },
  field: {
    id: 'Id',
    status: 'State',
    did: 'Who handled it',
    names: 'Name',
    organisationId: 'Organisation',
    posts: 'Posts',
    active: 'In office',
    createdAt: 'Added',
    dismissal: 'Dismissal',
    role: 'Role',
    authorityId: 'Authority',
    sectors: 'Sectors',
    region: 'Region',
    fromOn: 'From',
    toOn: 'To',
    lastOn: 'Last day',
    postId: 'Post',
    reason: 'Reason',
    zh: 'Chinese name',
    en: 'English name',
  },
  option: {},
  refusal: {
    otherAppointerNeeded: 'You cannot appoint or reinstate yourself. Ask another administrator.',
    administratorNeeded:
      'A representative appoints and ends filers and compliance leads of the own organisation only. Ask a system administrator for other posts.',
    authorityNeeded: 'This role belongs to an authority of the list and to no organisation.',
    regionOfAuthorityNeeded: 'The region must be that of “{authority}” ({region}).',
    sectorNeeded: 'Choose at least one sector.',
    sectorOfAuthorityNeeded: 'The sectors go beyond what “{authority}” is responsible for.',
    cyberspaceAuthorityNeeded: 'Intake, review and approval lie with the cyberspace authorities; “{authority}” is not one.',
    organisationNeeded: 'This role belongs to an organisation, without authority, sector or region.',
    standingOrganisationNeeded: 'The organisation does not exist, was refused or is closed.',
    organisationOfKindNeeded:
      'Role and kind of organisation do not match: test staff belong to a laboratory or certifier, platform operators to a platform.',
    administratorWithoutPlaceNeeded: 'An administrator has no authority, sector, region or organisation. Leave these empty.',
    presentDateNeeded: 'The first day {fromOn} lies before today ({today}). Correct it.',
    laterEndNeeded: 'The last day {toOn} lies before the first day {fromOn}. Correct it.',
    earlierEndNeeded:
      'The last day {lastOn} does not lie between today and the present last day. A post can only be shortened; appoint again to prolong it.',
    administratorHasNoCaseRights: 'An administrator must not handle cases. End the conflicting post first, or appoint somebody else.',
    separateAdministratorNeeded: 'System, security and audit administrator must be three different people.',
    newPostNeeded: 'This person already holds the same post in that period.',
    standingPostNeeded: 'There is no such post, or it has ended.',
  },
}
