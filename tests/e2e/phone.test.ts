/** A champion between two meetings: a link on a phone, no account, two steps in their own words. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser.ts';
import { keepPicture, openWorld, type World } from '../support/e2e-world.ts';
import { openPlan, stepCell, stepRow, stepsOn, untilSaved } from '../support/plan-page.ts';

let world: World;
let buyer: Person;
let seller: Person;

beforeAll(async () => {
  world = await openWorld();
  buyer = await world.person({ width: 390, height: 844, touch: true });
  seller = await world.person();
  await openPlan(seller.page, world.server.sellerLink);
});
afterAll(() => world?.close());

const widerBy = (): Promise<number> =>
  buyer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const titles = async (person: Person): Promise<string[]> =>
  (await stepsOn(person.page)).map((row) => row.split(' | ')[1] ?? '');

async function addBelow(title: string, words: string): Promise<void> {
  const { page } = buyer;
  await stepCell(page, title, 'handle').tap();
  await page.getByRole('menuitem', { name: 'Add a step below' }).tap();
  await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await stepRow(page, words).waitFor();
}

describe('on a phone of 390 pixels', () => {
  it('the link opens with a name and nothing else', async () => {
    await openPlan(buyer.page, world.server.buyerLink, 'Dana Ruiz');
    expect(await widerBy()).toBe(0);
    await keepPicture(buyer.page, 'phone-opened', true);
  });

  it('two steps in their own words go between the rows', async () => {
    await addBelow('Pricing proposal', 'Ask Ruth whether the old contract can stay');
    await addBelow('Pricing proposal', 'Show the forecast to the board');
    expect(await widerBy()).toBe(0);
    await untilSaved(buyer.page);
    await expect.poll(() => titles(seller)).toEqual(await titles(buyer));
    const all = await titles(seller);
    const at = all.findIndex((title) => title.startsWith('Pricing proposal'));
    expect(all.slice(at + 1, at + 3)).toEqual([
      'Show the forecast to the board',
      'Ask Ruth whether the old contract can stay',
    ]);
  });

  it('an owner of their party, who is new to the plan, and a date', async () => {
    const { page } = buyer;
    await stepCell(page, 'Show the forecast', 'owner').tap();
    await page.getByRole('combobox', { name: 'Owner' }).fill('Olu Adeyemi');
    await page.getByRole('option', { name: /Add Olu Adeyemi to Castellan/ }).tap();
    await expect
      .poll(() => stepCell(seller.page, 'Show the forecast', 'owner').innerText())
      .toContain('Olu Adeyemi');
    await stepCell(page, 'Show the forecast', 'due').tap();
    const calendar = page.getByRole('dialog', { name: 'Due date' });
    await calendar.waitFor();
    const box = await calendar.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await keepPicture(page, 'phone-date');
    await calendar.getByRole('button', { name: 'Next month' }).tap();
    await calendar
      .getByRole('button', { name: /\b16\b/ })
      .first()
      .tap();
    await expect
      .poll(() => stepCell(seller.page, 'Show the forecast', 'due').innerText())
      .toMatch(/\b16 /);
    expect(await widerBy()).toBe(0);
  });

  it('what is behind a row, and the key dates, fit as well', async () => {
    const { page } = buyer;
    await stepCell(page, 'Show the forecast', 'more').tap();
    await page
      .getByRole('button', { name: /What comes out of it/ })
      .first()
      .waitFor();
    expect(await widerBy()).toBe(0);
    await page.getByRole('button', { name: 'Edit key dates' }).tap();
    await page.getByRole('grid', { name: 'Key dates' }).waitFor();
    expect(await widerBy()).toBe(0);
    await keepPicture(page, 'phone-all-open', true);
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
