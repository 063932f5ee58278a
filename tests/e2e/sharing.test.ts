/** The share dialog: a link, the words to send it with, and taking it back. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser.ts';
import { openWorld, type World } from '../support/e2e-world.ts';
import { openPlan, openTitle, stepRow } from '../support/plan-page.ts';

let world: World;
let seller: Person;
let buyer: Person;
let link = '';

beforeAll(async () => {
  world = await openWorld();
  seller = await world.person();
  buyer = await world.person();
  await openPlan(seller.page, world.server.sellerLink);
});
afterAll(() => world?.close());

const clipboard = (): Promise<string> => seller.page.evaluate(() => navigator.clipboard.readText());
const dialog = () => seller.page.getByRole('dialog', { name: 'Share this plan' });

describe('sharing', () => {
  it('makes a link with an invitation that offers help and can be changed', async () => {
    await seller.page.getByRole('button', { name: 'Share' }).click();
    await dialog().getByRole('combobox', { name: /^For/ }).selectOption({ label: 'the buyer' });
    await dialog()
      .getByRole('combobox', { name: /^It works/ })
      .selectOption({ label: 'for a week' });
    await dialog().getByRole('button', { name: 'Make a link' }).click();
    const message = dialog().getByLabel(/^Message to send with it/);
    const words = await message.inputValue();
    expect(words).toContain('I want to make this easy for you');
    expect(words).not.toMatch(/timeline|forecast|need to know/i);
    await message.fill(words.replace('Hello,', 'Dear Claire,'));
    await dialog().getByRole('button', { name: 'Copy message' }).click();
    await dialog().getByRole('button', { name: 'Copied' }).waitFor();
    expect(await clipboard()).toMatch(/^Dear Claire,[\s\S]*\/join#/);
    await dialog().getByRole('button', { name: 'Copy only the link' }).click();
    await expect.poll(clipboard).toMatch(/^http\S+\/join#\S+$/);
    link = await clipboard();
    await dialog()
      .getByText(/nobody has used it yet .* until/)
      .waitFor();
  });

  it('the link lets somebody in, and the list says whom', async () => {
    await openPlan(buyer.page, link, 'Claire Beaumont');
    await seller.page.keyboard.press('Escape');
    await seller.page.getByRole('button', { name: 'Share' }).click();
    await dialog().getByText('first used by Claire Beaumont').waitFor();
  });

  it('a guest may invite for the own party only', async () => {
    await buyer.page.getByRole('button', { name: 'Share' }).click();
    const theirs = buyer.page.getByRole('dialog', { name: 'Share this plan' });
    expect(
      await theirs.getByRole('combobox', { name: /^For/ }).locator('option').allInnerTexts(),
    ).toEqual(['the buyer']);
    await theirs.getByRole('button', { name: 'Make a link' }).click();
    await theirs.getByLabel(/^Message to send with it/).waitFor();
    await buyer.page.keyboard.press('Escape');
  });

  it('a revoked link is gone from the list, and whoever is in is out within a moment', async () => {
    await openTitle(buyer.page, 'Pricing proposal', 'End');
    const row = dialog().getByRole('listitem').filter({ hasText: 'first used by Claire Beaumont' });
    await row.getByRole('button', { name: 'Revoke' }).click();
    await row.waitFor({ state: 'detached' });
    await buyer.page.getByRole('alert').filter({ hasText: 'was saved' }).waitFor();
    await stepRow(buyer.page, 'Pricing proposal').waitFor();
    const late = await world.person();
    await late.page.goto(link);
    await late.page.getByLabel('Your name').fill('Late');
    await late.page.getByRole('button', { name: 'Open the plan' }).click();
    await late.page.getByRole('alert').waitFor();
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
