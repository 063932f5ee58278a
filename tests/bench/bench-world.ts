/** A server, a browser and a plan of so many steps, for a bench. */

import type { Browser } from 'playwright-core';
import { memberApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { largePlan } from '../support/large-plan.ts';
import {
  freePort,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from '../support/server-process.ts';

export interface BenchWorld {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** A link that lets an editor of the party into a new plan of so many steps. */
  readonly planLink: (steps: number, party: 'seller' | 'buyer') => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openBenchWorld(): Promise<BenchWorld> {
  const folder = await temporaryFolder();
  const server = await startServer(folder.path, await freePort());
  const browser = await launchBrowser();
  const api = await memberApi(server);
  const plans = new Map<number, string>();
  return {
    server,
    browser,
    planLink: async (steps, party) => {
      const known =
        plans.get(steps) ??
        (await api.call<{ id: string }>('POST', '/api/plans', { markdown: largePlan(steps) })).id;
      plans.set(steps, known);
      const { url } = await api.call<{ url: string }>('POST', `/api/plans/${known}/links`, {
        role: 'editor',
        party,
      });
      return url;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await folder.remove();
    },
  };
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
