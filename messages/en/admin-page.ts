// The words of administration: people, rules, the who-may matrix, the audit, background work.
import type { Same } from '../shape.ts'
import type { adminPage as source } from '../zh/admin-page.ts'

export const adminPage: Same<typeof source> = {
  title: 'Administration', crumbs: 'Place', people: 'People and posts', rules: 'Rules and catalogue', whoMay: 'Who may', audit: 'Audit', jobs: 'Background work',
  about: 'Administrators handle no case and do not see what is not public in one.',
  find: 'Find by name', newPerson: 'New person', col: { name: 'Name', state: 'State', posts: 'Posts held', role: 'Role', office: 'Office', sectors: 'Sectors', region: 'Region', from: 'From', to: 'To', reason: 'Reason', set: 'Set', version: 'Edition', effectiveOn: 'In force from', items: 'Items', confidence: 'Confidence', source: 'Source', item: 'Item', at: 'Time', who: 'Who', what: 'What', subject: 'Subject', position: 'Log position', code: 'Result' },
  active: 'Active', dismissed: 'Dismissed', everySector: 'All sectors', national: 'National', none: 'Nothing recorded', next: 'Earlier', first: 'Newest',
  confidence: { P: 'statute read', Q: 'clause quoted', S: 'one summary', 'S+': 'several agree', W: 'weak', M: 'general knowledge', I: 'our inference', D: 'our design', X: 'measured by us' },
  proposal: 'Change waiting to be enacted', proposed: 'Edition {version}, in force from {on}: {reason}', changes: '{added} added, {removed} removed, {changed} changed', propose: 'Propose a change', content: 'The whole set (JSON)', contentHint: 'Edit the edition in force; form and references are checked when you send it, each fault is named.', notJson: 'Not valid JSON: {why}', effectiveOn: 'In force from', reason: 'Reason', basis: 'Basis', send: 'Send the proposal', sent: 'Sent; another person must enact it.',
  coverage: 'The holiday calendar is published until {on} only; periods that cross it get no date.', length: 'Length', extension: 'Extension', starts: 'Starts', stops: 'May stop', yes: 'yes', no: 'no',
  counts: 'Last thirty days: {read} readings of restricted content, {refused} refusals', noSight: 'Only audit administrators and auditors may look here.', readings: 'Readings and refusals', events: 'Newest events', read: 'read', refused: 'refused',
  job: { outbox: 'Notices waiting', checkpoint: 'Last signed', lapsed: 'Lapsed, not served', last: 'Last act of the system', size: 'Database', events: 'Events', cases: 'Cases' }, bytes: '{n} MB', atSize: 'entry {size}, {at}', never: 'none yet',
}
