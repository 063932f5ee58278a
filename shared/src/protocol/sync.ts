/** What travels on `/sync/:planId`: the stock y-websocket messages and ours. See docs/sync-spec.md. */

/** Kinds 0, 1 and 3 are y-websocket's own; from 100 on they are ours, and a stock client ignores them. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** Client: `[100, n]`. Server: the same once all that came before it is on disk and all owed was sent. */
  barrier: 100,
  /** Server: a JSON string, something to fetch. */
  notice: 101,
  /** Server: a JSON string `{code, message}`, sent before a permanent close. */
  refusal: 102,
} as const;

/** Inside a `sync` message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** 4400–4499 are permanent: the client stops and says why. The others are transient: it comes back. */
export const CLOSE = {
  malformed: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  gone: 4404,
  forgedClientId: 4409,
  otherEpoch: 4410,
  tooLarge: 4413,
  clientTooOld: 4426,
  abuse: 4429,
  restarting: 1012,
  tryLater: 1013,
} as const;
export type CloseReason = keyof typeof CLOSE;

export function isPermanentClose(code: number): boolean {
  return code >= 4400 && code < 4500;
}

/** Bytes in one update frame; the client checks before it writes and refuses a paste in words. */
export const LARGEST_UPDATE = 1024 * 1024;
/** Bytes in a SyncStep2, which may carry days of offline work. */
export const LARGEST_SYNC_STEP_2 = 8 * 1024 * 1024;

export interface Refusal {
  readonly code: CloseReason;
  /** A sentence for the person. */
  readonly message: string;
}

export interface Notice {
  readonly kind: 'ledger' | 'version' | 'sign-off' | 'comment' | 'access' | 'context';
  readonly revision?: number;
}
