/** The stock y-websocket provider as an editor uses it, with our barrier beside it. */

import { MESSAGE, type Notice, type Refusal } from '@tandem/shared/protocol/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { FIRST_PLAN, paramsOf, type SyncWorld, type Who } from './sync-world.ts';

// Every provider listens for the end of the process.
process.setMaxListeners(0);

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly awareness: Awareness;
  readonly notices: readonly Notice[];
  readonly refusals: readonly Refusal[];
  /** Resolves once everything done up to now is on disk; never, when the connection ends before. */
  readonly saved: () => Promise<void>;
  readonly synced: () => Promise<void>;
  /** Resolves with the code of the close that ends it for good. */
  readonly ended: Promise<number>;
  readonly destroy: () => void;
}

export interface StockOptions {
  readonly doc?: Y.Doc;
  readonly connect?: boolean;
  /** Instead of the ones that `who` makes. */
  readonly params?: Record<string, string>;
  readonly WebSocket?: typeof WebSocket;
}

export function connectStock(
  world: Pick<SyncWorld, 'url'>,
  who: Who = {},
  options: StockOptions = {},
): StockClient {
  const doc = options.doc ?? new Y.Doc();
  const provider = new WebsocketProvider(world.url, who.plan ?? FIRST_PLAN, doc, {
    WebSocketPolyfill: (options.WebSocket ?? WebSocket) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: options.params ?? paramsOf(who),
    connect: options.connect ?? true,
    maxBackoffTime: 200,
  });
  const notices: Notice[] = [];
  const refusals: Refusal[] = [];
  const barriers = new Map<number, () => void>();
  let lastBarrier = 0;
  provider.messageHandlers[MESSAGE.barrier] = (_encoder, decoder) => {
    const n = decoding.readVarUint(decoder);
    barriers.get(n)?.();
    barriers.delete(n);
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    notices.push(JSON.parse(decoding.readVarString(decoder)) as Notice);
  };
  provider.messageHandlers[MESSAGE.refusal] = (_encoder, decoder) => {
    refusals.push(JSON.parse(decoding.readVarString(decoder)) as Refusal);
  };
  const ended = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }: { code: number }) => resolve(code));
  });
  return {
    doc,
    provider,
    awareness: provider.awareness,
    notices,
    refusals,
    ended,
    saved: () =>
      new Promise((resolve) => {
        lastBarrier += 1;
        barriers.set(lastBarrier, resolve);
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, MESSAGE.barrier);
        encoding.writeVarUint(encoder, lastBarrier);
        provider.ws?.send(encoding.toUint8Array(encoder));
      }),
    synced: () =>
      new Promise((resolve) => {
        if (provider.synced) resolve();
        else provider.once('sync', () => resolve());
      }),
    destroy: () => {
      provider.awareness.destroy();
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Resolves once `holds` does, looked at after every change of the document or of presence. */
export function when(client: StockClient, holds: () => boolean, ms = 10_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('It did not come to be.'));
    }, ms);
    const stop = (): void => {
      clearTimeout(timer);
      client.doc.off('update', look);
      client.awareness.off('change', look);
    };
    client.doc.on('update', look);
    client.awareness.on('change', look);
    look();
  });
}

export function narrativeText(doc: Y.Doc): Y.XmlText {
  const narrative = doc.getXmlFragment('narrative');
  for (const node of narrative.toArray()) {
    const [text] = node instanceof Y.XmlElement ? node.toArray() : [];
    if (text instanceof Y.XmlText) return text;
  }
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  narrative.insert(0, [paragraph]);
  return text;
}
