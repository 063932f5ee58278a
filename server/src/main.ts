/** The server's start and end, and the only place that wires its parts together. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { AccessContext } from './access/context.ts';
import { sessionSecretIn } from './access/secrets.ts';
import { type Clock, systemClock } from './clock.ts';
import {
  addressFile,
  type Config,
  databaseFile,
  isLoopback,
  PROJECT_ROOT,
  readConfig,
} from './config.ts';
import {
  type DemoWorkspace,
  freshLinks,
  openDemoWorkspace,
  type StartLinks,
} from './demo/demo-workspace.ts';
import { createApp } from './http/app.ts';
import type { HttpParts } from './http/parts.ts';
import { acceptSockets } from './http/sync-upgrade.ts';
import { openLog } from './log.ts';
import { type DataFolderLock, lockDataFolder } from './storage/data-folder-lock.ts';
import { DatabaseTooNew } from './storage/migrations.ts';
import { DatabaseUnusable, openStorage } from './storage/open-storage.ts';
import { startSync } from './sync/start-sync.ts';
import { startWriter } from './writer/start-writer.ts';

/** Another server on the data folder may be about to end: a restart overlaps. */
const LOCK_PATIENCE = 15_000;
/** From the signal to the end, whatever hangs. */
const STOP_PATIENCE = 9_000;
const PARENT_CHECK = 250;

/** Something that whoever starts the server can put right; a sentence for them. */
export class StartError extends Error {}

export interface RunningServer {
  readonly publicUrl: string;
  /** On this machine. */
  readonly address: string;
  /** Only while the server cannot be reached from elsewhere. */
  readonly links: StartLinks | undefined;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly clock?: Clock;
  /** Milliseconds to wait for another server on the data folder. */
  readonly lockPatience?: number;
}

export async function startServer(
  config: Config,
  { clock = systemClock, lockPatience = LOCK_PATIENCE }: StartOptions = {},
): Promise<RunningServer> {
  const undo: (() => unknown)[] = [];
  const undoAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const log = openLog(config.logLevel);
    const lock = await takeDataFolder(config, lockPatience);
    undo.push(() => lock.release());
    const storage = await openStorage(databaseFile(config));
    undo.push(() => storage.close());
    const { logLevel } = config;
    const writer = await startWriter({ databaseFile: databaseFile(config), logLevel, log });
    undo.push(() => writer.close());
    const access: AccessContext = {
      storage,
      clock,
      sessionSecret: config.sessionSecret ?? sessionSecretIn(config.dataDir),
      revocations: { count: 0 },
    };
    const demo = await openDemoWorkspace(access, writer);
    // At the end: take nothing new in, then say goodbye on the sockets, then wait for what is under way.
    let closed = Promise.resolve();
    undo.push(() => closed);
    const sync = startSync({ writer, clock, log });
    undo.push(() => sync.close());
    const server = createServer({
      keepAliveTimeout: 30_000,
      // Some clients offer HTTP/2 with every request; that is passed over.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    });
    const port = await listen(server, config);
    undo.push(() => {
      closed = close(server);
    });
    const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
    const parts: HttpParts = {
      access,
      writer,
      sync,
      log,
      publicUrl,
      trustedProxies: config.trustedProxies,
      clientFolder: join(PROJECT_ROOT, 'client/dist'),
    };
    server.on('request', getRequestListener(createApp(parts).fetch));
    acceptSockets(server, parts);
    writeFileSync(addressFile(config), `${publicUrl}\n`);
    undo.push(() => rmSync(addressFile(config), { force: true }));
    const links = await linksFor(access, demo, publicUrl);
    return { publicUrl, address: `http://127.0.0.1:${port}`, links, stop: undoAll };
  } catch (error) {
    await undoAll();
    throw error;
  }
}

async function takeDataFolder({ dataDir }: Config, patience: number): Promise<DataFolderLock> {
  let lock: DataFolderLock | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    lock = await lockDataFolder(dataDir, patience);
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be used: ${(error as Error).message}.`);
  }
  if (lock) return lock;
  const seconds = Math.round(patience / 1000);
  const sentence = `Another server is using the data folder ${dataDir}`;
  throw new StartError(`${sentence}; it was still there after ${seconds} seconds.`);
}

function linksFor(
  access: AccessContext,
  demo: DemoWorkspace | undefined,
  publicUrl: string,
): Promise<StartLinks> | undefined {
  return demo && isLoopback(publicUrl) ? freshLinks(access, demo, publicUrl) : undefined;
}

/** The port it got. Nothing is answered before the caller adds its listeners, which it does in the same turn. */
function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words = { EADDRINUSE: 'is taken', EACCES: 'may not be used' }[error.code ?? ''];
      const sentence = `The port ${port} on ${host} ${words ?? `cannot be used (${error.message})`}.`;
      reject(new StartError(sentence));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets answers finish that are under way. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

async function run(): Promise<void> {
  const outcome = readConfig(process.env);
  if (outcome.kind === 'bad') throw new StartError(outcome.message);
  const server = await startServer(outcome.config);
  stopOnSignals(server);
  const lines = [`Tandem is running on ${server.publicUrl}`];
  if (server.links) lines.push('', `  Seller  ${server.links.seller}`);
  if (server.links?.buyer) lines.push(`  Buyer   ${server.links.buyer}`);
  if (server.links) lines.push('', 'Open each in a window of its own.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignals(server: RunningServer): void {
  let isStopping = false;
  const stop = (): void => {
    // A second Ctrl-C means: now.
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_PATIENCE).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Under npm this process is npm's child, and npm killed with -9 forwards nothing.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !isStopping) stop();
  }, PARENT_CHECK).unref();
}

// Not `import.meta.main`: Node 22 has none.
if (process.argv[1] === import.meta.filename) {
  run().catch((error: unknown) => {
    const isForPeople =
      error instanceof StartError ||
      error instanceof DatabaseTooNew ||
      error instanceof DatabaseUnusable;
    process.stderr.write(`${isForPeople ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  });
}
