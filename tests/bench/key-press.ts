/** Main-thread work per key press in a title cell and in the narrative, alone and while another person types too. */

import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { newPerson } from '../support/browser.ts';
import { openPlan, openTitle } from '../support/plan-page.ts';
import { openBenchWorld, print } from './bench-world.ts';
import { type KeyWork, workPerKey } from './key-work.ts';
import { quantile, summary, traceMainThread } from './measure.ts';

const KEYS = 200;
const TEXT = 'the quick brown fox jumps over the lazy dog ';
const given = process.argv.slice(2).map(Number);

async function typeSlowly(page: Page, keys: number): Promise<void> {
  for (let i = 0; i < keys; i += 1) {
    await page.keyboard.type(TEXT[i % TEXT.length] ?? ' ');
    await page.waitForTimeout(60);
  }
}

/** A new paragraph below everything, with the caret in it. */
async function openNarrative(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Write here/ }).click();
  await page.locator('[aria-label="Text of the plan"]:focus').waitFor();
}

function say(what: string, keys: readonly KeyWork[]): void {
  const of = (part: keyof KeyWork): number[] => keys.map((key) => key[part]);
  const median = (part: keyof KeyWork): string => quantile(of(part), 0.5).toFixed(1);
  print(`${what} (load ${loadavg()[0]?.toFixed(1)})`);
  print(`  main-thread work per key  ${summary(of('work'))}`);
  print(
    `    of it, median           script ${median('script')}  style and layout ${median('layout')}  paint ${median('paint')}  other ${median('other')}`,
  );
  print(`  the same by the clock     ${summary(of('wall'))}`);
  print(`  key to painted frame      ${summary(of('toPaint'))}`);
}

const world = await openBenchWorld();
try {
  for (const steps of given.length > 0 ? given : [60, 300, 1_000]) {
    const seller = await newPerson(world.browser);
    const buyer = await newPerson(world.browser);
    await openPlan(seller.page, await world.planLink(steps, 'seller'), 'Maya Stone');
    await openPlan(buyer.page, await world.planLink(steps, 'buyer'), 'Dana Ruiz');
    const session = await seller.context.newCDPSession(seller.page);
    const places = {
      'in a title': () => openTitle(seller.page, 'Step 20:', 'End'),
      'in the narrative': () => openNarrative(seller.page),
    };
    await openTitle(buyer.page, 'Step 12:', 'End');
    for (const [place, open] of Object.entries(places)) {
      await open();
      await typeSlowly(seller.page, 30);
      for (const [company, others] of [
        ['alone', 0],
        ['another person typing', KEYS],
      ] as const) {
        const events = await traceMainThread(session, async () => {
          await Promise.all([typeSlowly(seller.page, KEYS), typeSlowly(buyer.page, others)]);
        });
        say(`${steps} steps, ${place}, ${company}`, workPerKey(events));
      }
    }
    await seller.context.close();
    await buyer.context.close();
  }
} finally {
  await world.close();
}
