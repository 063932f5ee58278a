import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type ClockRange, readUpdateHeader, type UpdateHeader } from './update-header.ts';

/** Everything a Yjs document can hold, changed in a random order by a few clients. */
const change = fc.record({
  client: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom(
    'text',
    'emoji',
    'map',
    'any',
    'element',
    'format',
    'embed',
    'binary',
    'delete',
    'exchange',
  ),
  at: fc.nat(20),
});

function play(changes: readonly { client: number; kind: string; at: number }[]): {
  docs: Y.Doc[];
  updates: Uint8Array[];
} {
  const updates: Uint8Array[] = [];
  const docs = [11, 4_294_967_295, 300].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    return doc;
  });
  for (const { client, kind, at } of changes) {
    const doc = docs[client] ?? docs[0];
    if (doc !== undefined) perform(doc, kind, at, docs);
  }
  return { docs, updates };
}

function perform(doc: Y.Doc, kind: string, at: number, docs: readonly Y.Doc[]) {
  const text = doc.getText('text');
  const place = Math.min(at, text.length);
  const map = doc.getMap('map');
  switch (kind) {
    case 'text':
      return text.insert(place, 'abc');
    case 'emoji':
      return text.insert(place, 'ø👩‍👩‍👧 €');
    case 'format':
      return text.format(0, place, { bold: { deep: [1, '{['] } });
    case 'embed':
      return text.insertEmbed(place, { image: 'x' });
    case 'delete':
      return text.delete(Math.floor(place / 2), Math.min(2, text.length - Math.floor(place / 2)));
    case 'map':
      map.set(`key ${at}`, at % 2 === 0 ? new Y.Map([['a', 1]]) : 'text');
      return;
    case 'any':
      map.set('any', [
        1,
        -70_000,
        0.1,
        1.5e300,
        12n,
        true,
        null,
        undefined,
        'ü',
        { a: [{}] },
        Uint8Array.of(1),
      ]);
      return;
    case 'binary':
      map.set('bytes', new Uint8Array(at));
      return;
    case 'element': {
      const element = new Y.XmlElement('paragraph');
      element.setAttribute('level', 'x');
      element.insert(0, [new Y.XmlText('inside')]);
      return doc.getXmlFragment('xml').insert(0, [element]);
    }
    default:
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'exchange');
  }
}

function header(update: Uint8Array): UpdateHeader {
  const read = readUpdateHeader(update);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

/** As Yjs decodes it. */
function rangesByYjs(update: Uint8Array): ClockRange[] {
  const ends = new Map<number, { from: number; to: number }>();
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const range = ends.get(id.client);
    if (range === undefined) ends.set(id.client, { from: id.clock, to: id.clock + length });
    else range.to = id.clock + length;
  }
  return [...ends].map(([client, range]) => ({ client, ...range }));
}

test('an update reads as Yjs reads it', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const { docs, updates } = play(changes);
      for (const update of [...updates, ...docs.map((doc) => Y.encodeStateAsUpdate(doc))]) {
        const read = header(update);
        expect(read.structs).toEqual(rangesByYjs(update));
        const deletions = [...Y.decodeUpdate(update).ds.clients].map(([client, items]) => ({
          client,
          from: Math.min(...items.map(({ clock }) => clock)),
          to: Math.max(...items.map(({ clock, len }) => clock + len)),
        }));
        expect(read.deletions.toSorted((a, b) => a.client - b.client)).toEqual(
          deletions.toSorted((a, b) => a.client - b.client),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever the bytes, it answers and allocates nothing for what is only announced', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(['string', 'object']).toContain(typeof readUpdateHeader(bytes));
    }),
    { numRuns: 3000 },
  );
});

test('an honest update with a byte changed is read as Yjs reads it, or refused', () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.nat(255),
      (changes, place, byte) => {
        const { docs } = play(changes);
        const bytes = Y.encodeStateAsUpdate(docs[0] ?? new Y.Doc()).slice();
        bytes[place % bytes.length] = byte;
        const read = readUpdateHeader(bytes);
        if (typeof read === 'string') return;
        let byYjs: ClockRange[];
        try {
          byYjs = rangesByYjs(bytes);
        } catch {
          // JSON that is none, for one: the writer finds that out.
          return;
        }
        const total = (ranges: readonly ClockRange[]): number =>
          ranges.reduce((sum, { from, to }) => sum + to - from, 0);
        const holes = Y.decodeUpdate(bytes).structs.some((struct) => struct instanceof Y.Skip);
        if (!holes) expect(total(read.structs)).toBe(total(byYjs));
      },
    ),
    { numRuns: 1500 },
  );
});

test("holes in a client's clocks part its ranges", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of ['a', 'b', 'c']) doc.getMap('m').set(word, word);
  const merged = Y.mergeUpdates([updates[0] ?? new Uint8Array(), updates[2] ?? new Uint8Array()]);
  expect(header(merged).structs).toEqual([
    { client: doc.clientID, from: 0, to: 1 },
    { client: doc.clientID, from: 2, to: 3 },
  ]);
});

test('version 2 is not mistaken for version 1', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
      for (const doc of play(changes).docs) {
        if (doc.store.clients.size > 0)
          expect(typeof readUpdateHeader(Y.encodeStateAsUpdateV2(doc))).toBe('string');
      }
    }),
    { numRuns: 100 },
  );
});
