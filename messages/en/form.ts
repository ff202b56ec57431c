// What every command form says alike, in English.
import type { Same } from '../shape.ts'
import type { form as source } from '../zh/form.ts'

export const form: Same<typeof source> = {
  add: 'Add one',
  remove: 'Remove',
  optional: 'optional',
  choose: 'Choose',
  linesHint: 'One a line.',
  zh: 'Chinese',
  en: 'English',
  include: 'Fill in this part',
  row: 'Row',
  submit: 'Submit',
  sending: 'Sending',
  cancel: 'Cancel',
  again: 'Try again',
  reload: 'Read the newest',
  stale: 'This case has changed since you opened it',
  staleHint: 'What you wrote is still here. Read the newest, check, and submit again.',
  network: 'No answer came. What you wrote is still here; send it again, it will not be done twice.',
  errorsTitle: 'It was not done',
  code: 'One-time code',
  codeHint: 'This step asks for your second factor again; it counts for five minutes.',
  grave: 'This cannot be undone. It takes effect at once and is written into the public log.',
  invalid: 'Not in the right form: please check',
  missing: 'Please fill in',
  pair: '{label}: {text}',
  acts: 'Acts',
  more: 'More',
  close: 'Close',
  none: 'There is nothing for you to do now',
}
