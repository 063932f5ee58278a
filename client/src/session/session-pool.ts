/**
 * Sessions live outside React, because StrictMode mounts twice and a session that was closed is dead for good:
 * counted, and closed a little after the last user let go.
 */

export interface Lease<T> {
  readonly held: T;
  readonly release: () => void;
}

interface Entry<T> {
  readonly held: T;
  readonly close: () => void;
  users: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

const CLOSE_AFTER_MS = 1000;

export function openPool<T>(closeAfterMs: number = CLOSE_AFTER_MS) {
  const entries = new Map<string, Entry<T>>();

  const acquire = (key: string, open: () => T, close: (held: T) => void): Lease<T> => {
    let entry = entries.get(key);
    if (entry === undefined) {
      const held = open();
      entry = { held, close: () => close(held), users: 0, closing: undefined };
      entries.set(key, entry);
    }
    const mine = entry;
    clearTimeout(mine.closing);
    mine.users += 1;
    let isReleased = false;
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      mine.users -= 1;
      if (mine.users > 0) return;
      mine.closing = setTimeout(() => {
        if (entries.get(key) === mine) entries.delete(key);
        mine.close();
      }, closeAfterMs);
    };
    return { held: mine.held, release };
  };
  /** Forgets an entry at once, so that the next `acquire` opens a fresh one. */
  const discard = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    clearTimeout(entry.closing);
    entries.delete(key);
    entry.close();
  };
  return { acquire, discard };
}
