/** A browser's storage for tests: the local copies of plans, and the registry of them. */

import * as Y from 'yjs';
import type { LocalStore, OpenStore } from '../../client/src/session/local-store.ts';
import { type KeyValues, storeName } from '../../client/src/session/store-registry.ts';

export interface MemoryDevice {
  readonly values: KeyValues;
  readonly openStore: OpenStore;
  /** Names of the copies on it. */
  readonly copies: () => readonly string[];
}

export function memoryDevice(): MemoryDevice {
  const texts = new Map<string, string>();
  const copies = new Map<string, Uint8Array[]>();
  const values: KeyValues = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
    key: (index) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size;
    },
  };
  const openStore: OpenStore = (key, doc): LocalStore => {
    const name = storeName(key);
    const origin = { store: name };
    const kept = copies.get(name) ?? [];
    copies.set(name, kept);
    const keep = (update: Uint8Array, from: unknown): void => {
      if (from !== origin) kept.push(update);
    };
    const stop = async (): Promise<void> => doc.off('update', keep);
    doc.on('update', keep);
    return {
      origin,
      loaded: Promise.resolve().then(() => {
        for (const update of [...kept]) Y.applyUpdate(doc, update, origin);
      }),
      close: stop,
      drop: async () => {
        await stop();
        copies.delete(name);
      },
    };
  };
  return { values, openStore, copies: () => [...copies.keys()] };
}
