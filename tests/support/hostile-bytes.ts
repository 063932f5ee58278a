/** Updates that no honest client sends. */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** Numbers are varUints, texts are themselves. */
function encoded(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  return written((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else encoding.writeUint8Array(encoder, part);
    }
  });
}

function updatesOf(change: (doc: Y.Doc) => void): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  change(doc);
  return { doc, updates };
}

const ANY = 8;
const IN_ROOT = 1;

/** One struct of client 9 with this content, under the key `x` of the root `glossary`. */
function oneStruct(content: number, body: Uint8Array): Uint8Array {
  return encoded(1, 1, 9, 0, Uint8Array.of(content | 0x20), IN_ROOT, 'glossary', 'x', body, 0);
}

export const hostileBytes = {
  /** Seven bytes that make Yjs ask for 240 MB. */
  structBomb: (): Uint8Array => encoded(1, 30_000_000, 1, 0),

  malformedUpdates: (): [string, Uint8Array][] => {
    const { doc } = updatesOf((one) => one.getMap('glossary').set('a', 'text'));
    const honest = Y.encodeStateAsUpdate(doc);
    const arrays = new Uint8Array(70).fill(117).map((byte, i) => (i % 2 === 0 ? byte : 1));
    const deep = new Uint8Array(100_001);
    for (let i = 0; i < 100_000; i += 2) deep.set([117, 1], i);
    deep[100_000] = 126;
    return [
      ['announces thirty million structs', encoded(1, 30_000_000, 1, 0)],
      ['announces more clients than bytes', encoded(50, 1, 1, 0)],
      ['announces more deletions than bytes', encoded(0, 1, 7, 1_000_000, 0)],
      ['is of version 2', Y.encodeStateAsUpdateV2(doc)],
      ['goes on after its end', encoded(honest, 0)],
      ['is cut off', honest.subarray(0, honest.length - 3)],
      ['is empty', new Uint8Array()],
      ['names a client twice', encoded(2, honest.subarray(1, -1), honest.subarray(1, -1), 0)],
      ['holds a struct of no length', encoded(1, 1, 9, 0, Uint8Array.of(0), 0, 0)],
      ['holds unknown content', oneStruct(11, Uint8Array.of(0))],
      ['holds a document', oneStruct(9, encoded('guid', Uint8Array.of(118, 0)))],
      ['holds text that is no UTF-8', oneStruct(4, Uint8Array.of(3, 0xed, 0xa0, 0x80))],
      ['holds a value nested 35 000 deep', oneStruct(ANY, encoded(1, deep))],
      ['holds JSON nested 70 deep', oneStruct(5, encoded('['.repeat(70) + ']'.repeat(70)))],
      ['holds JSON that is none', oneStruct(5, encoded('{nonsense'))],
      ['holds an endless number', Uint8Array.of(...new Uint8Array(40).fill(0x80), 0)],
      ['holds an array cut off', oneStruct(ANY, encoded(1, arrays))],
    ];
  },

  /** `[first, second, both]` of one client. */
  dependentUpdates: (): [Uint8Array, Uint8Array, Uint8Array] => {
    const { doc, updates } = updatesOf((one) => {
      one.getMap('glossary').set('a', 1);
      one.getMap('glossary').set('b', 2);
    });
    const [first, second] = updates;
    if (first === undefined || second === undefined) throw new Error('two updates');
    return [first, second, Y.encodeStateAsUpdate(doc)];
  },

  /** `own` writes into a map that was made under another client id, and only `whole` brings that. */
  hangingUpdates: (): { own: Uint8Array; whole: Uint8Array } => {
    const earlier = updatesOf((one) => one.getMap('glossary').set('outer', new Y.Map())).doc;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(earlier));
    const before = Y.encodeStateVector(doc);
    const outer = doc.getMap('glossary').get('outer');
    if (outer instanceof Y.Map) outer.set('inner', 1);
    return { own: Y.encodeStateAsUpdate(doc, before), whole: Y.encodeStateAsUpdate(doc) };
  },

  /** Collected content of any client's, at any clock: what takes somebody's next clocks away. */
  gcStruct: (client: number, clock: number, length: number): Uint8Array =>
    encoded(1, 1, client, clock, Uint8Array.of(0), length, 0),

  nestedElements: (depth: number): Uint8Array => {
    const client = 31;
    // The first lies in the narrative, each other in the one before it.
    return written((encoder) => {
      for (const number of [1, depth, client, 0]) encoding.writeVarUint(encoder, number);
      for (let i = 0; i < depth; i += 1) {
        encoding.writeUint8(encoder, 7);
        if (i === 0) {
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, 'narrative');
        } else for (const number of [0, client, i - 1]) encoding.writeVarUint(encoder, number);
        encoding.writeVarUint(encoder, 3);
        encoding.writeVarString(encoder, 'a');
      }
      encoding.writeVarUint(encoder, 0);
    });
  },

  binaryUpdate: (size: number): Uint8Array => {
    const frame = oneStruct(3, encoded(size, new Uint8Array(size)));
    // The content is cut so that the whole update has the size.
    const over = frame.length - size;
    return oneStruct(3, encoded(size - over, new Uint8Array(size - over)));
  },

  /** One collected clock under each of many client ids. */
  manyClients: (from: number, count: number): Uint8Array =>
    written((encoder) => {
      encoding.writeVarUint(encoder, count);
      for (let i = 0; i < count; i += 1) {
        for (const number of [1, from + i, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    }),
} as const;
