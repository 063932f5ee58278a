/** One plan open with the server behind it, a copy on this device, and an honest word about what is saved. */

import { rootMap, SCHEMA } from '@tandem/shared/doc/layout';
import { BIRTH_ORIGIN } from '@tandem/shared/doc/origin';
import type { Chance } from '@tandem/shared/plan/ids';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import type { CloseReason, Notice } from '@tandem/shared/protocol/sync';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { openBarrier } from './barrier.ts';
import { closeReason, closeWords, endsLocalCopy } from './close-words.ts';
import type { LocalStore, OpenStore } from './local-store.ts';
import { openPlanSession } from './open-session.ts';
import type { PlanSession } from './plan-session.ts';
import { openProvider } from './provider.ts';
import { readNotice, readRefusal } from './read-messages.ts';
import type { Role } from './role.ts';
import { type ChangeKind, trackSaved } from './saved-track.ts';
import {
  forgetStore,
  type KeyValues,
  readWaiting,
  registerStore,
  type StoreKey,
  settleWaiting,
  totalWaiting,
  writeWaiting,
} from './store-registry.ts';

export interface LiveSession extends PlanSession {
  readonly key: StoreKey;
  readonly subscribeNotices: (listener: (notice: Notice) => void) => () => void;
  /** The page woke up or the network came back: ask whether the connection still lives. */
  readonly wake: () => void;
  /** Removes the copy on this device; what was not saved is gone with it. */
  readonly dropLocalCopy: () => Promise<void>;
}

export interface LiveParts {
  readonly key: StoreKey;
  readonly me: PresenceUser;
  readonly role: Role;
  /** `wss://host/sync` */
  readonly url: string;
  readonly chance: Chance;
  readonly now: () => number;
  readonly values: KeyValues;
  readonly openStore: OpenStore;
  /** Of the first attempt to come back. */
  readonly firstDelayMs?: number;
  /** Instead of the browser's own. */
  readonly webSocket?: typeof WebSocket;
}

/** A connection that leaves a barrier unanswered this long after waking up is dead. */
const ANSWER_AFTER_SLEEP_MS = 2500;

function changeKind(origin: unknown): ChangeKind {
  if (origin === ySyncPluginKey) return 'typing';
  return origin === BIRTH_ORIGIN ? 'part' : 'edit';
}

export function openLiveSession(parts: LiveParts): LiveSession {
  const { key, me, role, chance, now, values } = parts;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const inherited = readWaiting(values, key);
  const tab = String(doc.clientID);
  let written = 0;
  let hasCopy = false;
  let isInheritedOut = false;
  const track = trackSaved(totalWaiting(inherited), (own, isInheritedSent) => {
    isInheritedOut ||= isInheritedSent;
    // A copy that was read too late to go out with the rest is saved later, or never.
    if (isInheritedOut && hasCopy && own === 0) {
      settleWaiting(values, key, inherited);
      isInheritedOut = false;
    }
    if (own !== written) writeWaiting(values, key, tab, own);
    written = own;
  });
  const noticeListeners = new Set<(notice: Notice) => void>();
  let refusal: { code: CloseReason; message: string } | undefined;
  let isConnecting = false;
  let isClosed = false;

  registerStore(values, key);
  const store: LocalStore = parts.openStore(key, doc);
  const dropLocalCopy = async (): Promise<void> => {
    forgetStore(values, key);
    await store.drop();
  };
  const provider = openProvider({
    doc,
    awareness,
    url: parts.url,
    plan: key.plan,
    params: { schema: String(SCHEMA), epoch: String(key.epoch), as: key.actor },
    chance,
    ...(parts.firstDelayMs === undefined ? {} : { firstDelayMs: parts.firstDelayMs }),
    ...(parts.webSocket === undefined ? {} : { webSocket: parts.webSocket }),
    onConnected: () => {
      barrier.reset();
      track.connected();
      // Behind the question for what we lack, which the provider sends right after this.
      queueMicrotask(barrier.ask);
    },
    onDisconnected: () => {
      barrier.reset();
      track.disconnected();
    },
    onSentWhole: () => {
      track.sentWhole();
      barrier.ask();
    },
    onBarrier: (n) => barrier.answered(n),
    onNotice: (json) => {
      const notice = readNotice(json);
      if (notice) for (const listener of noticeListeners) listener(notice);
    },
    onRefusal: (json) => {
      refusal = readRefusal(json) ?? refusal;
    },
    onClosed: (code) => {
      const reason = refusal?.code ?? closeReason(code);
      track.refused(reason, refusal?.message ?? closeWords(reason));
      const state = track.read();
      // With something unsaved the copy stays until the person took it or let it go.
      if (endsLocalCopy(reason) && state.kind === 'refused' && state.unsaved === 0)
        void dropLocalCopy();
    },
  });
  const barrier = openBarrier({
    send: provider.sendBarrier,
    mark: track.mark,
    onConfirmed: track.confirmed,
  });
  // Registered after the provider's own listener, so that a barrier goes out behind the update.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider.origin) return;
    const isCopy = origin === store.origin;
    hasCopy ||= isCopy;
    // What is read after the connection began goes out like an edit, and is saved like one.
    if (isCopy && !isConnecting) return;
    track.changed(now(), isCopy ? 'part' : changeKind(origin));
    if (track.read().kind !== 'offline') barrier.ask();
  });

  void store.loaded.then(() => {
    if (isClosed) return;
    if (rootMap(doc, 'meta').has('schema')) track.copyLoaded();
    isConnecting = true;
    provider.connect();
  });

  const session = openPlanSession({
    doc,
    awareness,
    me,
    role,
    chance,
    saved: { read: track.read, subscribe: track.subscribe },
    onClose: () => {
      isClosed = true;
      awareness.setLocalState(null);
      provider.close();
      void store.close();
      awareness.destroy();
      doc.destroy();
    },
  });
  return {
    ...session,
    key,
    subscribeNotices: (listener) => {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
    wake: () => {
      const state = track.read();
      if (isClosed || state.kind === 'refused') return;
      if (state.kind === 'offline') return provider.reconnect();
      barrier.ask();
      setTimeout(() => {
        if (!isClosed && barrier.isWaiting()) provider.reconnect();
      }, ANSWER_AFTER_SLEEP_MS);
    },
    dropLocalCopy,
  };
}
