// What a refusal by the door itself says, in English.
import type { Same } from '../shape.ts'
import type {
  clock as clockSource,
  command as commandSource,
  request as requestSource,
  server as serverSource,
  session as sessionSource,
} from '../zh/refusal.ts'

export const request: Same<typeof requestSource> = {
  refusal: {
    notJson: 'The body is not JSON. Please check it and send again.',
    keyMissing: 'Idempotency-Key is missing: give this act a key of its own.',
    malformed: 'The request is not well formed ({why}).',
    foreignOrigin: 'The request comes from another site and was refused. Please act on this site.',
    absent: 'There is nothing at this address.',
    methodNotAllowed: 'This address does not take this method.',
    tooLarge: 'The body is larger than {bytes} bytes.',
    wrongType: 'The content type should be {wanted}.',
    invalid: 'Some fields are not as required; please change the ones that are marked.',
    versionMissing: 'If-Match is missing: send the version that you were looking at.',
    tooLong: 'This says more at once than one entry of the public log holds ({bytes} bytes); please divide it into several steps.',
    tooMany: 'Too many requests; please try again in {seconds} seconds.',
  },
}

export const session: Same<typeof sessionSource> = {
  refusal: {
    signInNeeded: 'Please sign in.',
    tokenNotGood: 'The token is not valid, has expired or was revoked.',
    stepUpNeeded: 'This step needs your one-time code again.',
    scopeMissing: 'The token lacks the scope “{scope}”.',
    codeInvalid: 'The code is wrong or was used already; please wait for the next one.',
  },
}

export const command: Same<typeof commandSource> = {
  refusal: {
    running: 'The same act is still running; please look again in a moment.',
    keyUsed: 'This Idempotency-Key was used for something else; please take another.',
    singleOnly: 'This step is taken one case at a time, never in bulk.',
  },
}

export const server: Same<typeof serverSource> = {
  refusal: {
    fault: 'The request was not completed and nothing was changed. Please try again; if it fails again, tell the administrator.',
    notReady: 'The system is starting or checking itself; please try again in a moment.',
    full: 'The system cannot write now and nothing was changed. Please try again in a moment.',
  },
}

export const clock: Same<typeof clockSource> = {
  refusal: {
    runningNeeded: 'Period {rule} has ended and can be neither stopped nor extended.',
    reasonDoesNotStop: 'Period {rule} does not stop for this reason.',
    timeLeftNeeded: 'Period {rule} is over and can be neither stopped nor extended.',
    extensionUnknown: 'The law knows no extension of period {rule}.',
    alreadyExtended: 'Period {rule} was extended on {extendedOn}; once only.',
    reasonMissing: 'An extension needs who approved it and why.',
  },
}
