/** The settings, read once from the environment. A bad value is a sentence, never a guess. */

import { BlockList, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Without a slash at its end; absent: `http://localhost:PORT`. */
  readonly publicUrl?: string;
  /** Whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: BlockList;
  readonly logLevel: LogLevel;
  /** Absent: kept in the data folder. */
  readonly sessionSecret?: string;
}

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'bad'; readonly message: string };

export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

const LATER = {
  DATABASE_URL: 'PostgreSQL comes later; unset it to use the SQLite database in DATA_DIR.',
  REDIS_URL: 'several servers on one database come later; unset it to run one.',
  SMTP_URL: 'mail comes later; unset it.',
} as const;

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is no port: a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is no port: a number from 0 to 65535')
    .default(3000),
  HOST: z.string().regex(/^\S+$/, 'is no host name or address').default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'is no address such as https://plans.example.com, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .transform((list, context) => {
      const proxies = parseProxies(list);
      if (proxies) return proxies;
      context.addIssue('is no list of addresses such as 10.0.0.1 or 10.0.0.0/8, parted by commas');
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SESSION_SECRET: z.string().min(16, 'is too short: at least 16 random characters').optional(),
});

export function readConfig(env: NodeJS.ProcessEnv): ConfigOutcome {
  // `PORT= npm start` means: not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const [name, sentence] of Object.entries(LATER)) {
    if (given[name] !== undefined)
      return { kind: 'bad', message: `${name} is set, but ${sentence}` };
  }
  const parsed = environment.safeParse(given);
  if (!parsed.success) return { kind: 'bad', message: sentenceOf(parsed.error, given) };
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, TRUSTED_PROXY, LOG_LEVEL, SESSION_SECRET } =
    parsed.data;
  const config: Config = {
    port: PORT,
    host: HOST,
    dataDir: resolve(PROJECT_ROOT, DATA_DIR),
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    trustedProxies: TRUSTED_PROXY ?? new BlockList(),
    logLevel: LOG_LEVEL,
    ...(SESSION_SECRET === undefined ? {} : { sessionSecret: SESSION_SECRET }),
  };
  return { kind: 'config', config };
}

export function databaseFile(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'tandem.sqlite');
}

/** Where a running server writes down under which address it is reached, for the command line. */
export function addressFile(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'public-url');
}

/** Whether an address of this server can only be reached from the machine itself. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function sentenceOf(error: z.ZodError, given: Readonly<Record<string, unknown>>): string {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? 'a setting');
  // A secret that is too short is still a secret.
  const shown = name === 'SESSION_SECRET' ? name : `${name}=${String(given[name])}`;
  return `${shown} ${issue?.message ?? 'is not valid'}.`;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.pathname === '/' && url.search === '' && url.hash === '' && !url.username;
}

function parseProxies(list: string): BlockList | undefined {
  const proxies = new BlockList();
  for (const part of list.split(',').map((text) => text.trim())) {
    const [address = '', bits, ...rest] = part.split('/');
    const version = isIP(address);
    if (version === 0 || rest.length > 0) return undefined;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) proxies.addAddress(address, family);
    else if (!/^\d{1,3}$/.test(bits) || Number(bits) > (version === 4 ? 32 : 128)) return undefined;
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}
