/** A server, a browser and the people in it, for one end-to-end test file. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cli } from './api.ts';
import { launchBrowser, newPerson, type Person, type PersonOptions } from './browser.ts';
import {
  freePort,
  PROJECT,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts';

export interface World {
  /** The present one: a restart replaces it, on the same port and data. */
  readonly server: ServerProcess;
  readonly browser: Browser;
  readonly person: (options?: PersonOptions) => Promise<Person>;
  /** A fresh link that signs the demo member in; the printed one works once. */
  readonly signInLink: () => Promise<string>;
  readonly restart: () => Promise<void>;
  /** What any page complained about so far; a test file ends by finding nothing. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function openWorld(): Promise<World> {
  const folder = await temporaryFolder();
  let server = await startServer(folder.path, await freePort());
  const browser = await launchBrowser();
  const people: Person[] = [];
  return {
    get server() {
      return server;
    },
    browser,
    person: async (options) => {
      const person = await newPerson(browser, options);
      people.push(person);
      return person;
    },
    signInLink: async () => {
      const printed = await cli(folder.path, server.url, 'sign-in', MEMBER);
      const link = /https?:\/\/\S+\/join#\S+/.exec(printed)?.[0];
      if (link === undefined) throw new Error(`no link in: ${printed}`);
      return link;
    },
    restart: async () => {
      server = await startServer(folder.path, server.port);
    },
    complaints: () => people.flatMap(({ complaints }) => complaints),
    close: async () => {
      await browser.close();
      await server.stop();
      await folder.remove();
    },
  };
}

/** Whom the demo workspace belongs to. */
const MEMBER = 'maya.lindqvist@brightwater.example';

/** Kept for whoever wants to look at the pages after a test run. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = join(PROJECT, 'tests/artefacts');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
