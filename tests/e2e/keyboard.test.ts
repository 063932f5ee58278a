/** A whole visit without a mouse. After every step the focus is somewhere, on the screen, and can be seen. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser.ts';
import { openWorld, type World } from '../support/e2e-world.ts';
import { focusedText, focusTrouble, pressUntil } from '../support/focus.ts';
import { stepCell, stepRow, stepsOn, untilSaved } from '../support/plan-page.ts';

let world: World;
let person: Person;
let isStarted = false;

beforeAll(async () => {
  world = await openWorld();
  person = await world.person();
});
afterAll(() => world?.close());
afterEach(async () => {
  if (isStarted) expect(await focusTrouble(person.page)).toBe('');
});

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await person.page.keyboard.press(key);
    expect(`${key}: ${await focusTrouble(person.page)}`).toBe(`${key}: `);
  }
};
/** From wherever the focus is in the steps to a column of a row. */
const go = async (title: string, column: number): Promise<void> => {
  await press('Control+Home', 'ArrowDown', 'Home');
  await pressUntil(person.page, 'ArrowDown', new RegExp(title));
  for (let i = 0; i < column; i += 1) await press('ArrowRight');
};
const TITLE = 1;
const OWNER = 2;
const DUE = 3;
const STATUS = 4;

describe('without a mouse', () => {
  it('somebody opens a link, and their plan from the list', async () => {
    const { page } = person;
    await page.goto(world.server.sellerLink);
    await page.getByLabel('Your name').waitFor();
    await pressUntil(page, 'Tab', /Open the plan/, 5);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/p\//);
    await page.goto(world.server.url);
    await page.getByRole('link', { name: /Mutual Action Plan/ }).waitFor();
    expect(await pressUntil(page, 'Tab', /Mutual Action Plan/, 5)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Steps' }).waitFor();
    await untilSaved(page);
  });

  it('goes by the outline to the steps and into the table', async () => {
    const { page } = person;
    expect(await pressUntil(page, 'Tab', /^Steps/, 12)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#block-steps');
    await expect
      .poll(async () => (await page.locator('#block-steps').boundingBox())?.y)
      .toBeLessThan(400);
    isStarted = true;
    await pressUntil(page, 'Tab', /Discovery and scope/, 12);
  });

  it('edits a title, and Enter leads down', async () => {
    const { page } = person;
    await go('Pricing proposal', TITLE);
    await press('Enter');
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type(' for three years');
    await press('Enter');
    await expect
      .poll(() => stepsOn(page))
      .toContainEqual(expect.stringContaining('for three years'));
    await expect.poll(() => focusedText(page)).toContain('Supplier registration');
  });

  it('names an owner, sets a date by typing it, and a status by its letter', async () => {
    const { page } = person;
    await go('Supplier registration', OWNER);
    await press('Enter');
    await page.getByRole('combobox', { name: 'Owner' }).waitFor();
    await page.keyboard.type('ruth');
    await press('Enter', 'Escape');
    await expect
      .poll(() => stepCell(page, 'Supplier registration', 'owner').innerText())
      .toContain('Ruth');
    await press('ArrowRight');
    await page.keyboard.type('2027-02-09');
    await press('Enter');
    await expect
      .poll(() => stepCell(page, 'Supplier registration', 'due').innerText())
      .toContain('9 Feb');
    await press('ArrowRight');
    await press('c');
    await expect
      .poll(() => stepCell(page, 'Supplier registration', 'status').innerText())
      .toContain('Complete');
    expect(STATUS - DUE).toBe(1);
  });

  it('adds a step below, moves it, removes it and brings it back', async () => {
    const { page } = person;
    await go('Pricing proposal', TITLE);
    await press('Control+Enter');
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type('Reference call');
    await press('Escape');
    const order = async () => (await stepsOn(page)).map((row) => row.split(' | ')[1] ?? '');
    const indexOf = async (title: string) =>
      (await order()).findIndex((one) => one.startsWith(title));
    expect(await indexOf('Reference call')).toBe((await indexOf('Pricing proposal')) + 1);
    await press('Alt+ArrowUp');
    await expect
      .poll(async () => (await indexOf('Reference call')) - (await indexOf('Pricing proposal')))
      .toBe(-1);
    expect(await focusedText(page)).toContain('Reference call');
    await press('Home', 'Delete');
    await expect.poll(() => indexOf('Reference call')).toBe(-1);
    expect(await focusedText(page)).toContain('Pricing proposal');
    await press('Escape');
    await pressUntil(page, 'Tab', /removed – bring back/, 3);
    await press('Enter');
    await pressUntil(page, 'Tab', /Bring back Reference call/, 3);
    await press('Enter');
    await expect.poll(() => indexOf('Reference call')).toBeGreaterThan(-1);
    expect(await focusedText(page)).toContain('Reference call');
  });

  it('takes all of it back and makes it again', async () => {
    const { page } = person;
    await press('Control+z', 'Control+z');
    await expect.poll(() => stepRow(page, 'Reference call').count()).toBe(1);
    await press('Control+Shift+z', 'Control+y');
    await expect.poll(() => stepRow(page, 'Reference call').count()).toBe(1);
    for (let i = 0; i < 5; i += 1) await press('Control+z');
    await expect.poll(() => stepRow(page, 'Reference call').count()).toBe(0);
  });

  it('opens what is behind a row, and its menu', async () => {
    const { page } = person;
    await go('Pilot results review', 5);
    await press('Enter', 'ArrowDown', 'Enter');
    await pressUntil(page, 'Tab', /What comes out of it/, 20);
    await press('Escape', 'ArrowUp', 'End', 'Enter', 'Home', 'Enter');
    await page.getByRole('menu').waitFor();
    await press('ArrowDown', 'Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  it('shares the plan, and comes back to the button', async () => {
    const { page } = person;
    await press('Escape');
    await pressUntil(page, 'Shift+Tab', /^Share$/, 80);
    await press('Enter');
    await page.getByRole('dialog', { name: 'Share this plan' }).waitFor();
    await pressUntil(page, 'Tab', /^Make a link$/, 6);
    await press('Enter');
    await page.getByRole('button', { name: 'Copy message' }).waitFor();
    await pressUntil(page, 'Tab', /Copy only the link/, 6);
    await press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/join#/);
    await pressUntil(page, 'Tab', /^Revoke/, 6);
    await press('Enter', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedText(page)).toBe('Share');
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
