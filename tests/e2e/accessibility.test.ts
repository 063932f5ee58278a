/** axe on every page, light and dark, wide and on a phone: nothing serious, nothing critical. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberApi } from '../support/api.ts';
import type { Person } from '../support/browser.ts';
import { keepPicture, openWorld, type World } from '../support/e2e-world.ts';
import { openPlan, stepCell } from '../support/plan-page.ts';

let world: World;
let seller: Person;
let planUrl = '';

beforeAll(async () => {
  world = await openWorld();
  seller = await world.person();
});
afterAll(() => world?.close());

/** What axe finds that a person would stumble over, in short. */
async function barriers(page: Page, within?: string): Promise<string[]> {
  // Not while something fades in: half a colour has half the contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const axe = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.html}`));
}

const LOOKS = [
  { width: 1440, colorScheme: 'light', isChecked: true },
  { width: 1440, colorScheme: 'dark', isChecked: true },
  { width: 1024, colorScheme: 'light', isChecked: false },
  { width: 390, colorScheme: 'light', isChecked: true },
  { width: 390, colorScheme: 'dark', isChecked: false },
] as const;

/** The same page wide and on a phone, in both colour schemes; as pictures too. */
async function barriersEverywhere(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme, isChecked } of LOOKS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme });
    if (isChecked) found.push(...(await barriers(page)).map((one) => `${width} ${one}`));
    await keepPicture(page, `${name}-${width}-${colorScheme}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${width}: ${overflow} px wider than the window`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

describe('nothing keeps anybody out', () => {
  it('before signing in, and on the page of a link', async () => {
    const { page } = seller;
    await page.goto(world.server.url);
    await page.getByRole('heading', { name: 'Open your link' }).waitFor();
    expect(await barriersEverywhere(page, 'not-signed-in')).toEqual([]);
    await page.goto(world.server.sellerLink);
    await page.getByLabel('Your name').waitFor();
    expect(await barriersEverywhere(page, 'join')).toEqual([]);
    await page.goto(`${world.server.url}/join`);
    await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('on the plan itself', async () => {
    const { page } = seller;
    await openPlan(page, world.server.sellerLink);
    planUrl = page.url();
    expect(await barriersEverywhere(page, 'plan')).toEqual([]);
  }, 120_000);

  it('with everything open that a plan can open', async () => {
    const { page } = seller;
    await stepCell(page, 'Pricing proposal', 'more').click();
    await page.getByRole('button', { name: 'Edit key dates' }).click();
    await page.getByRole('grid', { name: 'Key dates' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const dialog = '[data-radix-popper-content-wrapper]';
    await stepCell(page, 'Pricing proposal', 'due').click();
    await page.getByRole('dialog', { name: 'Due date' }).waitFor();
    expect(await barriers(page, dialog)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const column of ['owner', 'status'] as const) {
      await stepCell(page, 'Pricing proposal', column).click();
      await page.getByRole('combobox').waitFor();
      expect(await barriers(page, dialog)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await stepCell(page, 'Pricing proposal', 'handle').click();
    await page.getByRole('menu').waitFor();
    expect(await barriers(page, dialog)).toEqual([]);
    await page.keyboard.press('Escape');
    await stepCell(page, 'Pricing proposal', 'title').click();
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    expect(await barriers(page, '[role=row]:has([role=textbox]:focus)')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('in the share dialog, with and without a new link', async () => {
    const { page } = seller;
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('heading', { name: 'Links that are open' }).waitFor();
    expect(await barriersEverywhere(page, 'share')).toEqual([]);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByRole('button', { name: 'Copy message' }).waitFor();
    expect(await barriersEverywhere(page, 'share-made')).toEqual([]);
    await page.keyboard.press('Escape');
  }, 120_000);

  it('for somebody who may only look', async () => {
    const api = await memberApi(world.server);
    const plan = /\/p\/([^?]+)/.exec(planUrl)?.[1] ?? '';
    const { url } = await api.call<{ url: string }>('POST', `/api/plans/${plan}/links`, {
      role: 'viewer',
      party: 'buyer',
    });
    const { page } = await world.person();
    await openPlan(page, url, 'Ines Looker');
    expect(await barriers(page)).toEqual([]);
    await keepPicture(page, 'viewer');
  });

  it('on all three ways to a new plan', async () => {
    const { page } = seller;
    await page.goto(`${world.server.url}/new`);
    for (const way of ['From a template', 'From a text', 'Blank']) {
      await page.getByRole('radio', { name: new RegExp(`^${way}`) }).check();
      expect(await barriersEverywhere(page, `new ${way}`.replaceAll(' ', '-'))).toEqual([]);
    }
  }, 180_000);

  it('on the list of plans, filled and empty', async () => {
    const { page } = seller;
    await page.goto(world.server.url);
    await page.getByRole('link', { name: /Mutual Action Plan/ }).waitFor();
    expect(await barriersEverywhere(page, 'plans')).toEqual([]);
    const api = await memberApi(world.server);
    await api.call('DELETE', `/api/plans/${/\/p\/([^?]+)/.exec(planUrl)?.[1]}`);
    await page.reload();
    await page.getByText('Make the first one from a template').waitFor();
    expect(await barriersEverywhere(page, 'plans-empty')).toEqual([]);
  }, 120_000);

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
