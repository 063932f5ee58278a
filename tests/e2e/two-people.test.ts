/** Two people, two browsers, one plan. The real server as its own process, the built client, real Chromium. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPerson, type Person } from '../support/browser.ts';
import {
  narrativeOn,
  openPlan,
  openTitle,
  stepCell,
  stepRow,
  stepsOn,
  untilSaved,
} from '../support/plan-page.ts';
import {
  freePort,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from '../support/server-process.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let browser: Browser;
let seller: Person;
let buyer: Person;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer(folder.path, await freePort());
  browser = await launchBrowser();
  seller = await newPerson(browser);
  buyer = await newPerson(browser);
  await Promise.all([
    openPlan(seller.page, server.sellerLink),
    openPlan(buyer.page, server.buyerLink, 'Dana Ruiz'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** Both pages say the same, and everything is on disk. */
async function untilEqual(): Promise<void> {
  await Promise.all([untilSaved(seller.page), untilSaved(buyer.page)]);
  await expect.poll(async () => await stepsOn(seller.page)).toEqual(await stepsOn(buyer.page));
  await expect
    .poll(async () => await narrativeOn(seller.page))
    .toEqual(await narrativeOn(buyer.page));
}

async function typeInTitle(
  page: Page,
  title: string,
  where: 'Home' | 'End',
  text: string,
): Promise<void> {
  await openTitle(page, title, where);
  await page.keyboard.type(text, { delay: 15 });
}

describe('two people in one plan', () => {
  it('both type in the same cell at once and both texts are there', async () => {
    await Promise.all([
      typeInTitle(seller.page, 'Pricing proposal', 'Home', 'Final '),
      typeInTitle(buyer.page, 'Pricing proposal', 'End', ' with three-year terms'),
    ]);
    for (const { page } of [seller, buyer]) {
      await expect
        .poll(() => stepsOn(page))
        .toContainEqual(expect.stringContaining('Final Pricing proposal with three-year terms'));
    }
    await expect
      .poll(() => stepRow(seller.page, 'Pricing proposal').innerText())
      .toContain('Dana Ruiz');
    for (const { page } of [seller, buyer]) await page.keyboard.press('Escape');
    await untilEqual();
  });

  it('both type in the narrative at once, with the name of the other beside the caret', async () => {
    const type = async (page: Page, paragraph: string, text: string): Promise<void> => {
      await page
        .getByRole('textbox', { name: 'Text of the plan' })
        .locator('p')
        .filter({ hasText: paragraph })
        .first()
        .click();
      await page.keyboard.press('End');
      await page.keyboard.type(text, { delay: 15 });
    };
    const before = await narrativeOn(seller.page);
    const texts = [' Typed by the seller.', ' Typed by the buyer.'];
    await Promise.all([
      type(seller.page, 'We look at this plan together', texts[0] ?? ''),
      type(buyer.page, 'We look at this plan together', texts[1] ?? ''),
    ]);
    // Letters of two people who type at one place may stand in any order; none is lost, none is there twice.
    const wanted = [...before, ...texts.join('')].sort().join('');
    for (const { page } of [seller, buyer]) {
      await expect.poll(async () => [...(await narrativeOn(page))].sort().join('')).toBe(wanted);
    }
    await expect.poll(() => buyer.page.getByText('Maya Lindqvist').count()).toBeGreaterThan(0);
    await untilEqual();
  });

  it('one moves a row while the other edits it', async () => {
    await openTitle(buyer.page, 'Supplier registration', 'End');
    await stepCell(seller.page, 'Supplier registration', 'handle').focus();
    await Promise.all([
      buyer.page.keyboard.type(' and bank check', { delay: 25 }),
      (async () => {
        await seller.page.keyboard.press('Alt+ArrowUp');
        await seller.page.keyboard.press('Alt+ArrowUp');
      })(),
    ]);
    await buyer.page.keyboard.press('Escape');
    await untilEqual();
    const rows = await stepsOn(buyer.page);
    const moved = rows.findIndex((row) =>
      row.includes('Supplier registration and purchasing review and bank check'),
    );
    const proposal = rows.findIndex((row) => row.includes('Pricing proposal'));
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(moved).toBeLessThan(proposal);
  });

  it('one removes a row while the other edits it; brought back, it has the edit', async () => {
    await openTitle(buyer.page, 'Onboarding kickoff', 'End');
    await stepCell(seller.page, 'Onboarding kickoff', 'handle').focus();
    const typing = buyer.page.keyboard.type(' in Lyon', { delay: 30 });
    await seller.page.keyboard.press('Delete');
    await typing;
    // Where somebody writes, the row stays until they leave it.
    await buyer.page.getByText('Maya Lindqvist removed this step.').waitFor();
    await stepCell(buyer.page, 'Contract signature', 'title').focus();
    await expect
      .poll(() => stepsOn(buyer.page))
      .not.toContainEqual(expect.stringContaining('Onboarding kickoff'));
    await untilEqual();
    await seller.page.getByRole('button', { name: /removed – bring back/ }).click();
    await seller.page.getByRole('button', { name: /Bring back Onboarding kickoff/ }).click();
    for (const { page } of [seller, buyer]) {
      await expect
        .poll(() => stepsOn(page))
        .toContainEqual(expect.stringContaining('Onboarding kickoff'));
    }
    await untilEqual();
  });

  it('a date, an owner and a status set by one are seen by the other', async () => {
    await stepCell(buyer.page, 'Investment committee', 'status').focus();
    await buyer.page.keyboard.press('i');
    await expect
      .poll(() => stepCell(seller.page, 'Investment committee', 'status').innerText())
      .toContain('In progress');
    await stepCell(buyer.page, 'Investment committee', 'due').focus();
    await buyer.page.keyboard.press('Enter');
    await buyer.page.keyboard.type('2027-01-12');
    await buyer.page.keyboard.press('Enter');
    await expect
      .poll(() => stepCell(seller.page, 'Investment committee', 'due').innerText())
      .toMatch(/12 Jan/);
    await untilEqual();
  });

  it('undo takes back what I did and nothing of the other', async () => {
    await typeInTitle(seller.page, 'Contract signature', 'End', ' by both');
    await seller.page.keyboard.press('Escape');
    await typeInTitle(buyer.page, 'Contract signature', 'Home', 'The ');
    await buyer.page.keyboard.press('Escape');
    await expect
      .poll(() => stepsOn(seller.page))
      .toContainEqual(expect.stringContaining('The Contract signature by both'));
    await seller.page.keyboard.press('Control+z');
    await expect
      .poll(() => stepsOn(seller.page))
      .toContainEqual(expect.stringMatching(/The Contract signature(?! by both)/));
    await untilEqual();
  });

  it('both reload and find what they left', async () => {
    const before = await stepsOn(seller.page);
    const text = await narrativeOn(seller.page);
    await Promise.all([seller.page.reload(), buyer.page.reload()]);
    for (const { page } of [seller, buyer]) {
      await untilSaved(page);
      await expect.poll(() => stepsOn(page)).toEqual(before);
      await expect.poll(() => narrativeOn(page)).toEqual(text);
    }
  });

  it('the server dies; both go on editing offline; it returns and both have everything', async () => {
    await server.kill();
    for (const { page } of [seller, buyer])
      await page
        .getByRole('banner')
        .getByText(/Offline/)
        .waitFor();
    await typeInTitle(seller.page, 'Pilot results review', 'End', ' (offline seller)');
    await typeInTitle(buyer.page, 'Pilot results review', 'Home', '(offline buyer) ');
    for (const { page } of [seller, buyer]) await page.keyboard.press('Escape');
    await stepCell(seller.page, 'Contract redlines', 'status').focus();
    await seller.page.keyboard.press('c');
    await stepCell(buyer.page, 'Contract redlines', 'handle').focus();
    await buyer.page.keyboard.press('Alt+ArrowUp');
    await seller.page
      .getByRole('banner')
      .getByText(/Offline, \d+ edits? waiting/)
      .waitFor();
    server = await startServer(folder.path, server.port);
    for (const { page } of [seller, buyer]) {
      await untilSaved(page);
      await expect
        .poll(() => stepsOn(page))
        .toContainEqual(
          expect.stringMatching(/\(offline buyer\) Pilot results review \(offline seller\)/),
        );
      await expect
        .poll(() => stepCell(page, 'Contract redlines', 'status').innerText())
        .toContain('Complete');
    }
    await untilEqual();
  });

  it('nothing complained in either browser', () => {
    expect([...seller.complaints, ...buyer.complaints]).toEqual([]);
  });
});
