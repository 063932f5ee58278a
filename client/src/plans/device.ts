/** What this browser offers a session: storage, and a way to know which copies another tab is using. */

import { type KeyValues, type StoreKey, storeName } from '../session/store-registry.ts';

const NOTHING_KEPT: KeyValues = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  key: () => null,
  length: 0,
};

export function deviceValues(): KeyValues {
  try {
    return window.localStorage;
  } catch {
    // Forbidden by the browser's settings: nothing is counted, the plan itself is with the server.
    return NOTHING_KEPT;
  }
}

/** Held as long as the tab uses the copy, and given up by the browser when the tab dies. */
export function holdCopy(key: StoreKey): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Absent where the page came without https.
  navigator.locks?.request(storeName(key), { mode: 'shared' }, () => held).catch(() => undefined);
  return () => release();
}

/** Copies that some tab is using right now: what waits in them will be sent by that tab. */
export async function copiesInUse(): Promise<ReadonlySet<string>> {
  const state = await navigator.locks?.query();
  return new Set(state?.held?.flatMap(({ name }) => name ?? []));
}
