/** y-websocket's provider with our messages, a backoff that spreads, and a check after sleep. */

import type { Chance } from '@tandem/shared/plan/ids';
import { MESSAGE, SYNC } from '@tandem/shared/protocol/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';

export interface ProviderParts {
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** `wss://host/sync` */
  readonly url: string;
  readonly plan: string;
  readonly params: Record<string, string>;
  readonly chance: Chance;
  readonly firstDelayMs?: number;
  readonly webSocket?: typeof WebSocket;
  readonly onConnected: () => void;
  readonly onDisconnected: () => void;
  /** The answer to the server's question for what it lacks has been sent. */
  readonly onSentWhole: () => void;
  readonly onBarrier: (n: number) => void;
  readonly onNotice: (json: string) => void;
  readonly onRefusal: (json: string) => void;
  readonly onClosed: (code: number) => void;
}

export interface Provider {
  /** The origin of remote changes. */
  readonly origin: unknown;
  readonly connect: () => void;
  readonly sendBarrier: (n: number) => void;
  /** Drops the connection and comes back, for one that no longer answers. */
  readonly reconnect: () => void;
  readonly close: () => void;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** y-websocket waits min(100 × 2^n, maxBackoffTime): with n this high the second always decides. */
const ALWAYS_LONGER = 20;

export function openProvider(parts: ProviderParts): Provider {
  const { doc, awareness, chance } = parts;
  const provider = new WebsocketProvider(parts.url, parts.plan, doc, {
    connect: false,
    awareness,
    params: parts.params,
    // It would pass refused writes to other tabs and mix two actors of one browser.
    disableBc: true,
    ...(parts.webSocket === undefined ? {} : { WebSocketPolyfill: parts.webSocket }),
  });
  let attempts = 0;
  provider.on('connection-close', () => {
    const delay = Math.min(
      LONGEST_DELAY_MS,
      (parts.firstDelayMs ?? FIRST_DELAY_MS) * 1.6 ** attempts,
    );
    attempts += 1;
    provider.maxBackoffTime = delay * (0.5 + chance());
    provider.wsUnsuccessfulReconnects = ALWAYS_LONGER;
  });
  provider.on('sync', (isSynced) => {
    if (isSynced) attempts = 0;
  });
  provider.on('status', ({ status }) => {
    if (status === 'disconnected') parts.onDisconnected();
    if (status !== 'connected') return;
    parts.onConnected();
    // Others dropped our presence with the connection; the same clock again would not bring it back.
    queueMicrotask(() => awareness.setLocalState(awareness.getLocalState()));
  });
  provider.on('closed', ({ code }) => parts.onClosed(code));
  addHandlers(provider, parts);
  sayOnlyOwnPresence(provider, awareness);

  return {
    origin: provider,
    connect: () => provider.connect(),
    sendBarrier: (n) => send(provider, n),
    reconnect: () => {
      if (!provider.shouldConnect) return;
      if (provider.ws !== null) provider.disconnect();
      provider.connect();
    },
    close: () => provider.destroy(),
  };
}

/** The stock provider sends everybody's presence back to where it came from, with each of their keys. */
function sayOnlyOwnPresence(provider: WebsocketProvider, awareness: Awareness): void {
  const say = provider._awarenessUpdateHandler;
  awareness.off('update', say);
  provider._awarenessUpdateHandler = (changes, origin) => {
    const { added, updated, removed } = changes;
    const isOwn = [added, updated, removed].some((ids) => ids.includes(awareness.clientID));
    if (isOwn || origin !== provider) say(changes, origin);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}

function addHandlers(provider: WebsocketProvider, parts: ProviderParts): void {
  const sync = provider.messageHandlers[MESSAGE.sync];
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, self, emitSynced, kind) => {
    const isQuestion = decoding.peekVarUint(decoder) === SYNC.step1;
    sync?.(encoder, decoder, self, emitSynced, kind);
    // The provider sends the answer when this handler has returned.
    if (isQuestion) queueMicrotask(parts.onSentWhole);
  };
  provider.messageHandlers[MESSAGE.barrier] = (_encoder, decoder) => {
    parts.onBarrier(decoding.readVarUint(decoder));
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    parts.onNotice(decoding.readVarString(decoder));
  };
  provider.messageHandlers[MESSAGE.refusal] = (_encoder, decoder) => {
    parts.onRefusal(decoding.readVarString(decoder));
  };
}

function send(provider: WebsocketProvider, n: number): void {
  const { ws } = provider;
  if (!provider.wsconnected || ws === null || ws.readyState !== ws.OPEN) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.barrier);
  encoding.writeVarUint(encoder, n);
  ws.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
}
