// The words of the who-may matrix, in English.
import type { Same } from '../shape.ts'
import type { whoMay as source } from '../zh/who-may.ts'

export const whoMay: Same<typeof source> = {
  title: 'Who may',
  explain: 'Derived from the rule tables of each kind of case; not kept by hand.',
  may: 'May',
  mayNot: 'May not',
  standing: {
    own: 'Own region, sector or organisation',
    otherRegion: 'Another region',
    otherSector: 'Another sector',
    otherOrganisation: 'Another organisation',
    ownCompany: 'Also belongs to the company of the case',
    afterExcludedDuty: 'Had a conflicting duty in the same case',
  },
  because: {
    move: 'The role has no such power',
    jurisdiction: 'Outside jurisdiction or organisation',
    ownOrganisation: 'Must step aside: own organisation',
    duty: 'Another person must act',
  },
}
