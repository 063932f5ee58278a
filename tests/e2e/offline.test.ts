/** A plan that was open once opens without the server, takes edits, keeps them, and merges them on return. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser.ts';
import { openWorld, type World } from '../support/e2e-world.ts';
import { openPlan, openTitle, stepCell, stepsOn, untilSaved } from '../support/plan-page.ts';

let world: World;
let seller: Person;
let buyer: Person;

beforeAll(async () => {
  world = await openWorld();
  seller = await world.person();
  buyer = await world.person();
  await openPlan(seller.page, world.server.sellerLink);
  await openPlan(buyer.page, world.server.buyerLink, 'Dana Ruiz');
});
afterAll(() => world?.close());

const waiting = (page: Page) => page.getByRole('banner').getByText(/^Offline, \d+ edits? waiting$/);

/** The service worker has brought every part of the page that may be needed later. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const files: string[] = await (await fetch('/offline-files.json')).json();
        const cache = await caches.open('tandem-files-1');
        const kept = await Promise.all(files.map((file) => cache.match(file)));
        return files.length > 5 && kept.every((one) => one !== undefined);
      }),
    )
    .toBe(true);
}

describe('without the server', () => {
  it('the plan opens, edits wait, and they survive a reload', async () => {
    const { page } = buyer;
    await untilKept(page);
    await world.server.kill();
    await page.reload();
    await page.getByRole('grid', { name: 'Steps' }).waitFor();
    await page
      .getByRole('banner')
      .getByText(/^Offline/)
      .waitFor();
    await openTitle(page, 'Pricing proposal', 'End');
    await page.keyboard.type(' as a fixed price');
    await page.keyboard.press('Escape');
    await waiting(page).waitFor();
    await page.reload();
    await expect.poll(() => stepsOn(page)).toContainEqual(expect.stringContaining('fixed price'));
    await waiting(page).waitFor();
  });

  it('says so once to those who do not see it', async () => {
    const told = buyer.page.getByRole('status').filter({ hasText: 'Offline. Your edits are kept' });
    await told.waitFor({ state: 'attached' });
  });

  it('parts of the page that were never used are here all the same', async () => {
    const { page } = buyer;
    await stepCell(page, 'Onboarding kickoff', 'due').click();
    await page.getByRole('dialog', { name: 'Due date' }).waitFor();
    await page.keyboard.type('2027-01-21');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => stepCell(page, 'Onboarding kickoff', 'due').innerText())
      .toContain('21 Jan');
  });

  it('the other goes on too, and on return both have everything', async () => {
    await openTitle(seller.page, 'Pricing proposal', 'Home');
    await seller.page.keyboard.type('Binding: ');
    await seller.page.keyboard.press('Escape');
    await waiting(seller.page).waitFor();
    await world.restart();
    for (const { page } of [seller, buyer]) {
      await untilSaved(page);
      await expect
        .poll(() => stepsOn(page))
        .toContainEqual(expect.stringMatching(/Binding: Pricing proposal as a fixed price/));
      await expect
        .poll(() => stepCell(page, 'Onboarding kickoff', 'due').innerText())
        .toContain('21 Jan');
    }
    await buyer.page
      .getByRole('status')
      .filter({ hasText: 'Online again. Everything is saved.' })
      .waitFor({ state: 'attached' });
  });

  it('a part that never came is missed in words, and the page lives on', async () => {
    // A browser that forbids service workers, whose network goes before the calendar has come.
    const { page, context } = await world.person();
    await context.route(/offline\.js|date-editor/, (route) => route.abort());
    await openPlan(page, world.server.buyerLink, 'Ines Late');
    await stepCell(page, 'Onboarding kickoff', 'due').click();
    await page.getByText('The calendar is not on this device yet.').waitFor();
    await page.keyboard.press('Escape');
    await openTitle(page, 'Onboarding kickoff', 'End');
    await page.keyboard.type(' in person');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => stepsOn(buyer.page))
      .toContainEqual(expect.stringContaining('in person'));
    await context.unroute(/offline\.js|date-editor/);
    await stepCell(page, 'Onboarding kickoff', 'due').click();
    await page.getByRole('dialog', { name: 'Due date' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('a plan that this device never had says that it is not here', async () => {
    const { page } = buyer;
    await world.server.kill();
    await page.goto(`${world.server.url}/p/aaaaaaaaaaaaaaaa`);
    await page.getByRole('heading', { name: 'This plan is not on this device yet' }).waitFor();
    await world.restart();
  });

  it('a page that stumbles keeps the plan, and can be shown again', async () => {
    const { page } = seller;
    await untilSaved(page);
    await page.evaluate(() => {
      const real = Intl.NumberFormat;
      Object.assign(window, { mend: () => Object.assign(Intl, { NumberFormat: real }) });
      Object.assign(Intl, {
        NumberFormat: class {
          constructor() {
            throw new Error('broken on purpose');
          }
        },
      });
    });
    await stepCell(page, 'Onboarding kickoff', 'status').focus();
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'The plan could not be shown' }).waitFor();
    await page.evaluate('mend()');
    await page.getByRole('button', { name: 'Show it again' }).click();
    await expect
      .poll(() => stepCell(page, 'Onboarding kickoff', 'status').innerText())
      .toContain('In progress');
    await untilSaved(page);
  });

  it('and nothing else complained', () => {
    const others = world
      .complaints()
      .filter((one) => !/ERR_FAILED|when fetching the script|broken on purpose/.test(one));
    expect(others).toEqual([]);
  });
});
