/** The HTTP API as a program sees it: a member's token, and plans made through it. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PROJECT } from './server-process.ts';

const run = promisify(execFile);

/** Runs the command line beside a server and gives what it printed. */
export async function cli(dataDir: string, publicUrl: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['server/src/cli.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: publicUrl, INIT_CWD: PROJECT },
  });
  return stdout;
}

export interface Api {
  readonly call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

export async function memberApi(server: {
  readonly url: string;
  readonly dataDir: string;
}): Promise<Api> {
  const printed = await cli(server.dataDir, server.url, 'token', 'maya.stone@acme.example');
  const token = printed.trim().split(/\s+/).at(-1) ?? '';
  return {
    call: async <T>(method: string, path: string, body?: unknown): Promise<T> => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (
        response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
      ) as T;
    },
  };
}
