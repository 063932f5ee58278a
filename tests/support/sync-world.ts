/** Storage, writer and sync in this process behind a bare upgrade: who is asking stands in the address. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Log, openLog } from '@tandem/server/log';
import { openStorage } from '@tandem/server/storage/open-storage';
import type { Storage } from '@tandem/server/storage/storage';
import type { Limits } from '@tandem/server/sync/limits';
import { startSync } from '@tandem/server/sync/start-sync';
import type { Attachment, Role, SyncServer } from '@tandem/server/sync/sync';
import { startWriter } from '@tandem/server/writer/start-writer';
import type { WriterTuning } from '@tandem/server/writer/tuning';
import type { Writer } from '@tandem/server/writer/writer';
import type { PlanId } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import { LARGEST_SYNC_STEP_2 } from '@tandem/shared/protocol/sync';
import { WebSocketServer } from 'ws';
import { temporaryFolder } from './server-process.ts';
import { smallPlan } from './small-plan.ts';

/** Who connects; whatever is not said is an up-to-date editor of the seller's party. */
export interface Who {
  readonly actor?: string;
  readonly name?: string;
  readonly party?: Party;
  readonly role?: Role;
  readonly link?: string;
  readonly expiresAt?: string;
  readonly plan?: PlanId;
  /** null leaves it out of the address. */
  readonly schema?: number | null;
  readonly epoch?: number;
}

export interface SyncWorld {
  /** `ws://…/sync`, without the plan. */
  readonly url: string;
  readonly storage: Storage;
  readonly writer: Writer;
  readonly sync: SyncServer;
  readonly plan: PlanId;
  readonly createPlan: (id: string, plan?: PlanSnapshot) => Promise<PlanId>;
  /** Sockets open at the server's side. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  readonly limits?: Partial<Limits>;
  readonly tuning?: Partial<WriterTuning>;
  /** Stands between sync and the real writer. */
  readonly wrapWriter?: (writer: Writer) => Writer;
  /** Kept by the caller, to start again on the same data. */
  readonly folder?: string;
  readonly log?: Log;
  /** 0, and so whichever is free, unless said. */
  readonly port?: number;
}

/** One for all worlds: each log listens for the end of the process. */
const SILENT = openLog('silent');

export const FIRST_PLAN = 'plan-1' as PlanId;

export async function openSyncWorld(options: WorldOptions = {}): Promise<SyncWorld> {
  const temporary = options.folder === undefined ? await temporaryFolder() : undefined;
  const databaseFile = join(options.folder ?? temporary?.path ?? '', 'tandem.sqlite');
  const log = options.log ?? SILENT;
  const storage = await openStorage(databaseFile);
  const real = await startWriter({
    databaseFile,
    logLevel: 'silent',
    log,
    tuning: options.tuning ?? {},
  });
  const writer = options.wrapWriter?.(real) ?? real;
  const sync = startSync({ writer, log, limits: options.limits ?? {} });

  const http = createServer();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 2 * LARGEST_SYNC_STEP_2,
    perMessageDeflate: false,
  });
  http.on('upgrade', (request, stream, head) => {
    const attachment = attachmentOf(request.url ?? '');
    sockets.handleUpgrade(request, stream, head, (socket) => sync.attach(socket, attachment));
  });
  http.listen(options.port ?? 0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const createPlan = async (id: string, plan = smallPlan()): Promise<PlanId> => {
    await real.create({
      id: id as PlanId,
      plan,
      cause: 'template',
      actor: 'maya',
      stage: 'post-demo',
    });
    return id as PlanId;
  };
  if ((await storage.findPlan(FIRST_PLAN)) === undefined) await createPlan(FIRST_PLAN);
  return {
    url: `ws://127.0.0.1:${address.port}/sync`,
    storage,
    writer,
    sync,
    plan: FIRST_PLAN,
    createPlan,
    connections: () => sockets.clients.size,
    close: async () => {
      await sync.close();
      await real.close();
      await storage.close();
      for (const socket of sockets.clients) socket.terminate();
      http.close();
      await temporary?.remove();
    },
  };
}

export function addressOf(world: Pick<SyncWorld, 'url'>, who: Who = {}): string {
  return `${world.url}/${who.plan ?? FIRST_PLAN}?${new URLSearchParams(paramsOf(who))}`;
}

export function paramsOf({ plan: _plan, schema = 1, epoch, ...who }: Who): Record<string, string> {
  return {
    ...(schema === null ? {} : { schema: String(schema) }),
    ...(epoch === undefined ? {} : { epoch: String(epoch) }),
    ...who,
  };
}

function attachmentOf(address: string): Attachment {
  const { pathname, searchParams: params } = new URL(address, 'http://localhost');
  const number = (name: string): number | undefined =>
    params.has(name) ? Number(params.get(name)) : undefined;
  const actor = params.get('actor') ?? 'maya';
  const link = params.get('link');
  const expiresAt = params.get('expiresAt');
  return {
    plan: (pathname.split('/').at(-1) ?? '') as PlanId,
    schema: number('schema'),
    epoch: number('epoch'),
    identity: {
      session: `session of ${actor}`,
      actor,
      name: params.get('name') ?? actor,
      party: (params.get('party') ?? 'seller') as Party,
      role: (params.get('role') ?? 'editor') as Role,
      ...(link === null ? {} : { link }),
      ...(expiresAt === null ? {} : { expiresAt }),
    },
  };
}
