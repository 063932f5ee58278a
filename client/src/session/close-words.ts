/** What a permanent close means in words, for when the server's own sentence did not arrive. */

import { CLOSE, type CloseReason } from '@tandem/shared/protocol/sync';

const WORDS: Readonly<Record<CloseReason, string>> = {
  malformed: 'The server could not read what this browser sent. Reload the page to go on.',
  signedOut: 'You are signed out. Open your link again to go on.',
  notAllowed: 'You do not have access to change this plan any more.',
  gone: 'This plan does not exist any more, or you have no access to it.',
  forgedClientId: 'Another window took the place of this one. Reload the page to go on.',
  otherEpoch:
    'The plan was restored from a backup since you opened it. Reload to see it as it is now.',
  tooLarge: 'The last change was too large to be saved.',
  clientTooOld: 'Tandem was updated. Reload the page to go on.',
  abuse: 'This window sent too much for too long and was stopped. Reload the page to go on.',
  restarting: 'The server is restarting.',
  tryLater: 'The server is busy.',
};

export function closeReason(code: number): CloseReason {
  for (const [reason, number] of Object.entries(CLOSE)) {
    if (number === code) return reason as CloseReason;
  }
  return 'malformed';
}

export function closeWords(reason: CloseReason): string {
  return WORDS[reason];
}

/** After these the copy on this device is worth nothing or must not stay: it is offered, then dropped. */
export function endsLocalCopy(reason: CloseReason): boolean {
  return reason === 'notAllowed' || reason === 'gone' || reason === 'otherEpoch';
}
