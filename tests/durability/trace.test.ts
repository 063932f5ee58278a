import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { temporaryFolder } from '../support/server-process.ts';
import { connectStock, narrativeText, type StockClient, when } from '../support/stock-client.ts';
import { openSyncWorld, type SyncWorld } from '../support/sync-world.ts';
import { readTrace, type Trace, textAfter } from '../support/traces.ts';

const HANDED_OVER_AFTER = 200;

/** Two people take turns: each goes on when the other's words have arrived. */
async function typeTrace(world: SyncWorld, trace: Trace): Promise<string> {
  const people = ['maya', 'sam'].map((actor) => connectStock(world, { actor }));
  try {
    await Promise.all(people.map(({ synced }) => synced()));
    const [first, second] = people as [StockClient, StockClient];
    const begin = narrativeText(first.doc);
    begin.delete(0, begin.length);
    begin.insert(0, trace.startContent);
    await first.saved();
    for (let at = 0, turn = 0; at < trace.txns.length; at += HANDED_OVER_AFTER, turn += 1) {
      const [author, reader] = turn % 2 === 0 ? [first, second] : [second, first];
      const text = narrativeText(author.doc);
      for (const { patches } of trace.txns.slice(at, at + HANDED_OVER_AFTER))
        typePatches(author.doc, text, patches);
      await author.saved();
      const wanted = text.length;
      await when(reader, () => narrativeText(reader.doc).length === wanted, 30_000);
    }
    expect(narrativeText(second.doc).toString()).toBe(narrativeText(first.doc).toString());
    return narrativeText(first.doc).toString();
  } finally {
    for (const person of people) person.destroy();
  }
}

function typePatches(doc: Y.Doc, text: Y.XmlText, patches: Trace['txns'][number]['patches']): void {
  doc.transact(() => {
    for (const [at, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(at, deleted);
      if (inserted !== '') text.insert(at, inserted);
    }
  });
}

async function replay(trace: Trace): Promise<void> {
  expect(textAfter(trace)).toBe(trace.endContent);
  const folder = await temporaryFolder();
  try {
    const world = await openSyncWorld({ folder: folder.path });
    expect(await typeTrace(world, trace)).toBe(trace.endContent);
    await world.close();

    const again = await openSyncWorld({ folder: folder.path });
    const late = connectStock(again, { actor: 'late' });
    await late.synced();
    await late.saved();
    expect(narrativeText(late.doc).toString()).toBe(trace.endContent);
    late.destroy();
    await again.close();
  } finally {
    await folder.remove();
  }
}

test('[J1] [W10] what two people really typed reads the same for both, and after a restart', async () => {
  await replay(readTrace(join(import.meta.dirname, '../fixtures/traces/two-friends.json.gz')));
});

const folder = process.env.SOAK === '1' ? process.env.TRACES_DIR : undefined;
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json.gz'));
test.runIf(folder !== undefined).each(files.map((name) => [name]))(
  '[J1] [W10] the whole of %s too',
  async (name) => {
    await replay(readTrace(join(folder ?? '', name)));
  },
);
