/** The copy of a plan on this device: y-indexeddb, one database for each actor, plan and epoch. */

import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import { type Doc, mergeUpdates, type Transaction } from 'yjs';
import { type StoreKey, storeName } from './store-registry.ts';

export interface LocalStore {
  /** Resolves when what was stored stands in the document; never rejects. */
  readonly loaded: Promise<void>;
  /** The origin of what it puts into the document. */
  readonly origin: unknown;
  readonly close: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

export type OpenStore = (key: StoreKey, doc: Doc) => LocalStore;

/** y-indexeddb adds a whole state on every open and trims at 500 entries; a plan opened daily would be megabytes. */
const MOST_ENTRIES = 50;
/** A blocked database must not keep anybody from the plan; the server has it too. */
const LOAD_TIMEOUT_MS = 4000;

/** What others write is on the server already, and each write to the database costs as much as all of Yjs. */
const OTHERS_WAIT_MS = 500;

export const openLocalStore: OpenStore = (key, doc) => {
  if (typeof indexedDB === 'undefined') return noStore();
  const store = new IndexeddbPersistence(storeName(key), doc);
  const writing = writeTogether(store, doc);
  const failed = store._db.then(
    () => new Promise<never>(() => undefined),
    // Private windows forbid databases: the plan then lives in memory and on the server.
    () => undefined,
  );
  const synced = store.whenSynced.then(async () => {
    if (store._dbsize > MOST_ENTRIES) await storeState(store, true);
  });
  const late = new Promise<void>((resolve) => setTimeout(resolve, LOAD_TIMEOUT_MS));
  return {
    loaded: Promise.race([synced, failed, late]).then(
      () => undefined,
      () => undefined,
    ),
    origin: store,
    close: () => {
      writing.finish();
      return store.destroy().then(
        () => undefined,
        () => undefined,
      );
    },
    drop: () => {
      writing.stop();
      return store.clearData().then(
        () => undefined,
        () => undefined,
      );
    },
  };
};

interface Writing {
  readonly finish: () => void;
  readonly stop: () => void;
}

/** What is made here is written at once, with what others made before it: alone it would lack what it builds on. */
function writeTogether(store: IndexeddbPersistence, doc: Doc): Writing {
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const update = mergeUpdates(waiting);
    waiting = [];
    store._storeUpdate(update, undefined);
  };
  const collect = (
    update: Uint8Array,
    origin: unknown,
    _doc: Doc,
    { local }: Transaction,
  ): void => {
    if (origin === store) return;
    waiting.push(update);
    if (local) write();
    else timer ??= setTimeout(write, OTHERS_WAIT_MS);
  };
  const stop = (): void => {
    doc.off('update', collect);
    clearTimeout(timer);
  };
  doc.off('update', store._storeUpdate);
  doc.on('update', collect);
  return {
    stop,
    finish: () => {
      write();
      stop();
    },
  };
}

export function noStore(): LocalStore {
  const done = (): Promise<void> => Promise.resolve();
  return { loaded: Promise.resolve(), origin: undefined, close: done, drop: done };
}
