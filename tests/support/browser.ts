/** Chromium for the end-to-end tests: one browser, a context for each person. */

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './ensure-chromium.ts';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and uncaught exceptions so far; a test ends by finding none. */
  readonly complaints: string[];
}

export async function newPerson(
  browser: Browser,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    // Chromium itself reports a lost connection; losing it is what some tests do.
    if (
      message.type() === 'error' &&
      !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection to/.test(
        message.text(),
      )
    ) {
      complaints.push(message.text());
    }
  });
  return { context, page, complaints };
}
