/** One sync world for the tests of a group, a plan of its own for each test, and clients that end with it. */

import type { PlanId } from '@tandem/shared/plan/ids';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { connectRaw, type RawClient } from './raw-client.ts';
import { connectStock, type StockClient, type StockOptions } from './stock-client.ts';
import { openSyncWorld, type SyncWorld, type Who, type WorldOptions } from './sync-world.ts';

export interface SyncFixture {
  /** With the plan of the test. */
  readonly world: SyncWorld;
  readonly stock: (who?: Who, options?: StockOptions) => StockClient;
  /** Connected, and in step with the server. */
  readonly synced: (who?: Who, options?: StockOptions) => Promise<StockClient>;
  readonly raw: (who?: Who) => Promise<RawClient>;
  /** A raw client that has the plan. */
  readonly joined: (who?: Who) => Promise<RawClient>;
}

export function useSyncWorld(options: WorldOptions = {}): SyncFixture {
  let world: SyncWorld | undefined;
  let plan: PlanId | undefined;
  let plans = 0;
  const toEnd: (() => void)[] = [];
  beforeAll(async () => {
    world = await openSyncWorld(options);
  });
  beforeEach(async () => {
    plans += 1;
    plan = await world?.createPlan(`plan-of-test-${plans}`);
  });
  afterEach(() => {
    for (const end of toEnd.splice(0)) end();
  });
  afterAll(async () => {
    await world?.close();
  });
  const running = (): SyncWorld => {
    if (world === undefined || plan === undefined)
      throw new Error('The world exists inside a test only.');
    return { ...world, plan };
  };
  const stock: SyncFixture['stock'] = (who, stockOptions) => {
    const client = connectStock(running(), { plan: running().plan, ...who }, stockOptions);
    toEnd.push(client.destroy);
    return client;
  };
  const raw: SyncFixture['raw'] = async (who) => {
    const client = await connectRaw(running(), { plan: running().plan, ...who });
    toEnd.push(client.close);
    return client;
  };
  return {
    get world() {
      return running();
    },
    stock,
    synced: async (who, stockOptions) => {
      const client = stock(who, stockOptions);
      await client.synced();
      return client;
    },
    raw,
    joined: async (who) => {
      const client = await raw(who);
      client.sendStep1();
      await client.saved();
      return client;
    },
  };
}
