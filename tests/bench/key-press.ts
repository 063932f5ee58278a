/** Main-thread work per key press in a title cell and in the narrative, while another person types too. */

import type { Page } from 'playwright-core';
import { newPerson } from '../support/browser.ts';
import { openPlan, openTitle } from '../support/plan-page.ts';
import { openBenchWorld, print } from './bench-world.ts';
import { summary, trace, workPerKey } from './measure.ts';

const KEYS = 200;
const TEXT = 'the quick brown fox jumps over the lazy dog ';

async function typeSlowly(page: Page, keys: number): Promise<void> {
  for (let i = 0; i < keys; i += 1) {
    await page.keyboard.type(TEXT[i % TEXT.length] ?? ' ');
    await page.waitForTimeout(60);
  }
}

const world = await openBenchWorld();
try {
  for (const steps of [60, 300, 1_000]) {
    const seller = await newPerson(world.browser);
    const buyer = await newPerson(world.browser);
    await openPlan(seller.page, await world.planLink(steps, 'seller'), 'Maya Stone');
    await openPlan(buyer.page, await world.planLink(steps, 'buyer'), 'Dana Ruiz');
    await openTitle(buyer.page, 'Step 12:', 'End');
    await openTitle(seller.page, 'Step 20:', 'End');
    await typeSlowly(seller.page, 30);
    const session = await seller.context.newCDPSession(seller.page);
    const events = await trace(session, async () => {
      await Promise.all([typeSlowly(seller.page, KEYS), typeSlowly(buyer.page, KEYS)]);
    });
    print(`${steps} steps, work per key, another person typing: ${summary(workPerKey(events))}`);
    await seller.context.close();
    await buyer.context.close();
  }
} finally {
  await world.close();
}
