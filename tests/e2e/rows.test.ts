/** Rows under two people's hands: removed while I type, added between, key dates, and nothing that jumps. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser.ts';
import { keepPicture, openWorld, type World } from '../support/e2e-world.ts';
import {
  openPlan,
  openTitle,
  stepCell,
  stepRow,
  stepsOn,
  untilSaved,
} from '../support/plan-page.ts';

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

async function remove(page: Page, title: string): Promise<void> {
  await stepCell(page, title, 'handle').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => stepsOn(page)).not.toContainEqual(expect.stringContaining(title));
}
const note = (page: Page) =>
  page.getByRole('gridcell').filter({ hasText: 'Maya Lindqvist removed this step.' });

describe('a row that somebody removes while I type in it', () => {
  it('stays until I leave it, takes what I type, and is gone then', async () => {
    const { page } = buyer;
    await openTitle(page, 'Onboarding kickoff', 'End');
    await page.keyboard.type(' in');
    await remove(seller.page, 'Onboarding kickoff');
    await note(page).waitFor();
    await page.keyboard.type(' Lyon');
    await stepRow(page, 'Onboarding kickoff in Lyon').waitFor();
    await keepPicture(page, 'removed-while-typing');
    await page.keyboard.press('Escape');
    await note(page).waitFor();
    await stepCell(page, 'Contract signature', 'title').focus();
    await note(page).waitFor({ state: 'detached' });
    expect(await stepRow(page, 'Onboarding kickoff').count()).toBe(0);
    await untilSaved(page);
    await seller.page.getByRole('button', { name: '1 removed – bring back' }).click();
    await seller.page
      .getByRole('button', { name: 'Bring back Onboarding kickoff in Lyon' })
      .click();
    for (const person of [seller, buyer])
      await stepRow(person.page, 'Onboarding kickoff in Lyon').waitFor();
  });

  it('comes back where it was, with the caret still in it', async () => {
    const { page } = buyer;
    const before = (await stepsOn(page)).map((row) => row.split(' | ')[1]);
    await openTitle(page, 'Pricing proposal', 'End');
    await remove(seller.page, 'Pricing proposal');
    await note(page).waitFor();
    await page.getByRole('button', { name: 'Bring back', exact: true }).click();
    await note(page).waitFor({ state: 'detached' });
    await page.keyboard.type(' again');
    await stepRow(seller.page, 'Pricing proposal again').waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await stepsOn(seller.page)).map((row) => row.split(' | ')[1]))
      .toEqual(before);
  });

  it('is not kept for whoever removed it', async () => {
    const { page } = seller;
    await stepCell(page, 'Contract redlines', 'title').focus();
    await stepCell(page, 'Contract redlines', 'handle').focus();
    await page.keyboard.press('Delete');
    await stepRow(page, 'Contract redlines').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await stepRow(page, 'Contract redlines').waitFor();
  });
});

describe('a list', () => {
  it('takes a new row between two, where the pointer is', async () => {
    const { page } = seller;
    const row = stepRow(page, 'Investment committee');
    const box = await row.boundingBox();
    if (box === null) throw new Error('no row');
    await page.mouse.move(box.x + 200, box.y + box.height - 6);
    await page.getByTitle('Add a step here').click();
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type('Answer the committee');
    await page.keyboard.press('Escape');
    const titles = (await stepsOn(page)).map((one) => one.split(' | ')[1] ?? '');
    const at = titles.findIndex((title) => title.startsWith('Investment committee'));
    expect(titles[at + 1]).toBe('Answer the committee');
  });

  it('keeps the height of its rows when a title is opened', async () => {
    const { page } = buyer;
    const heights = (): Promise<number[]> =>
      page.locator('[role=row][data-row]').evaluateAll((rows) => {
        return rows.map((row) => Math.round(row.getBoundingClientRect().height));
      });
    const titles = page.locator('[role=gridcell].phone-first');
    for (let i = 0; i < (await titles.count()); i += 4) {
      await titles.nth(i).focus();
      const before = await heights();
      await page.keyboard.press('F2');
      await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
      expect(await heights()).toEqual(before);
      await page.keyboard.press('Escape');
    }
  });

  it('says why a date is what it is, on hover and on focus', async () => {
    const { page } = seller;
    const due = stepCell(page, 'Supplier registration', 'due');
    await due.click();
    await page.getByLabel('What changed?').fill('Their queue is six weeks');
    await page.getByLabel('Due date, typed').fill('2027-01-05');
    await page.keyboard.press('Enter');
    await page.mouse.move(0, 0);
    const reason = due.getByRole('tooltip');
    await reason.waitFor();
    expect(await reason.innerText()).toBe('Their queue is six weeks');
    await stepCell(page, 'Supplier registration', 'title').focus();
    await reason.waitFor({ state: 'hidden' });
    await due.hover();
    await reason.waitFor();
  });
});

describe('key dates', () => {
  it('are added with a name and a reason, and taken out again', async () => {
    const { page } = seller;
    await page.getByRole('button', { name: 'Edit key dates' }).click();
    const grid = page.getByRole('grid', { name: 'Key dates' });
    await page.getByRole('button', { name: 'Add a key date' }).click();
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type('Board week');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2027-01-18');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type('Nobody has time after it');
    await page.keyboard.press('Escape');
    await keepPicture(page, 'key-dates-open');
    await page.getByRole('button', { name: 'Done' }).click();
    const track = buyer.page.getByRole('region', { name: 'Key dates' });
    await track.getByText('Board week', { exact: true }).waitFor();
    await track.getByText('Nobody has time after it').waitFor();
    await page.getByRole('button', { name: 'Edit key dates' }).click();
    const row = (name: string) => grid.getByRole('row').filter({ hasText: name });
    await row('Board week').getByRole('gridcell').first().focus();
    await page.keyboard.press('Delete');
    await track.getByText('Board week', { exact: true }).waitFor({ state: 'detached' });
    // The four that every plan has are cleared, never removed.
    await row('Decision target').getByRole('gridcell').first().click();
    await page.getByRole('menu').waitFor();
    expect(await page.getByRole('menuitem', { name: 'Remove' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
