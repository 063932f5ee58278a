/**
 * People type while the server is killed again and again. After each kill the database itself is asked for all
 * that was acknowledged; after each start everybody comes back with what was not.
 */

import { join } from 'node:path';
import { openStorage } from '@tandem/server/storage/open-storage';
import type { PlanId } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import { pick, seededChance } from './seeded.ts';
import {
  connectStock,
  narrativeText,
  type StockClient,
  type StockOptions,
} from './stock-client.ts';
import type { Who } from './sync-world.ts';

export interface KillableServer {
  readonly kill: () => Promise<void>;
}

export interface KillRuns {
  readonly seed: number;
  readonly kills: number;
  readonly folder: string;
  readonly url: string;
  readonly plan: PlanId;
  readonly typists: readonly { readonly who: Who; readonly options?: StockOptions }[];
  readonly start: () => Promise<KillableServer>;
}

export interface KillOutcome {
  readonly acknowledged: number;
  /** Written by somebody and not acknowledged when the server died. */
  readonly cutOff: number;
}

interface Typist {
  readonly name: string;
  readonly client: StockClient;
  written: number;
  acknowledged: number;
}

const ROOT = 'glossary';

export async function runKills(runs: KillRuns): Promise<KillOutcome> {
  const chance = seededChance(runs.seed);
  let server = await runs.start();
  const typists = runs.typists.map(({ who, options }, i): Typist => {
    const client = connectStock({ url: runs.url }, { ...who, plan: runs.plan }, options);
    return { name: `t${i}`, client, written: 0, acknowledged: 0 };
  });
  let cutOff = 0;
  try {
    for (let kill = 0; kill < runs.kills; kill += 1) {
      await Promise.all(typists.map(backInStep));
      const stop = typeOn(typists, chance);
      await pause(20 + chance() * 250);
      await server.kill();
      stop();
      cutOff += typists.reduce((sum, { written, acknowledged }) => sum + written - acknowledged, 0);
      await checkDatabase(runs, typists, kill);
      server = await runs.start();
    }
    await Promise.all(typists.map(backInStep));
    await Promise.all(typists.map(save));
    await server.kill();
    await checkDatabase(runs, typists, runs.kills);
    const acknowledged = typists.reduce((sum, typist) => sum + typist.acknowledged, 0);
    if (typists.some(({ written, acknowledged: saved }) => written !== saved))
      throw new Error('Not all was saved in the end.');
    return { acknowledged, cutOff };
  } finally {
    await server.kill();
    for (const { client } of typists) client.destroy();
  }
}

async function backInStep({ client, name }: Typist): Promise<void> {
  const code = await Promise.race([client.synced(), client.ended]);
  if (code !== undefined)
    throw new Error(`${name} was refused with ${code}: ${client.refusals[0]?.message}`);
}

/** Words into the text all share, and numbered keys that nobody else writes. */
function typeOn(typists: readonly Typist[], chance: () => number): () => void {
  const timer = setInterval(() => {
    const typist = pick(chance, typists);
    if (typist === undefined) return;
    const { client, name } = typist;
    client.doc.transact(() => {
      typist.written += 1;
      client.doc.getMap(ROOT).set(`${name}-${typist.written}`, typist.written);
      const text = narrativeText(client.doc);
      text.insert(Math.floor(chance() * (text.length + 1)), `${name}:${typist.written} `);
    });
    if (chance() < 0.5) void save(typist);
  }, 3);
  return () => clearInterval(timer);
}

async function save(typist: Typist): Promise<void> {
  const { written } = typist;
  await typist.client.saved();
  typist.acknowledged = Math.max(typist.acknowledged, written);
}

async function checkDatabase(
  { folder, plan, seed }: KillRuns,
  typists: readonly Typist[],
  kill: number,
): Promise<void> {
  const at = `seed ${seed}, kill ${kill}`;
  const storage = await openStorage(join(folder, 'tandem.sqlite'));
  try {
    const rows = await storage.updatesAfter(plan, 0);
    const row = await storage.findPlan(plan);
    if (rows.some(({ revision }, index) => revision !== index + 1))
      throw new Error(`${at}: the log has gaps.`);
    if (row?.head !== rows.length)
      throw new Error(`${at}: the head is ${row?.head}, the log has ${rows.length} rows.`);
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
    });
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error(`${at}: the log has holes.`);
    const kept = doc.getMap(ROOT);
    for (const { name, acknowledged } of typists) {
      for (let n = 1; n <= acknowledged; n += 1) {
        if (kept.get(`${name}-${n}`) !== n)
          throw new Error(`${at}: ${name}-${n} was acknowledged and is lost.`);
      }
    }
    doc.destroy();
  } finally {
    await storage.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
