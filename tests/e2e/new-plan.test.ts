/** Three ways to a new plan: what fits the deal is proposed, what a text says is kept, what is unclear is asked. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewPlanRequest } from '@tandem/shared/protocol/http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPicture, openWorld, type World } from '../support/e2e-world.ts';
import { narrativeOn, openPlan, stepsOn, untilSaved } from '../support/plan-page.ts';
import { PROJECT } from '../support/server-process.ts';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld();
  ({ page } = await world.person());
  await openPlan(page, world.server.sellerLink);
});
afterAll(() => world?.close());
beforeEach(() => page.goto(`${world.server.url}/new`));

const way = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
const template = (name: string) =>
  page.getByRole('group', { name: 'Template' }).getByRole('radio', { name });
const fixture = (name: string) => readFile(join(PROJECT, 'tests/fixtures/plans', name), 'utf8');

/** Presses the button and gives what went to the server. */
async function make(): Promise<NewPlanRequest> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/api/plans')),
    page.getByRole('button', { name: 'Make the plan' }).click(),
  ]);
  return request.postDataJSON();
}

async function untilOpen(): Promise<void> {
  await page.waitForURL(/\/p\//);
  await untilSaved(page);
}

describe('a template', () => {
  it('is proposed by value and kind of deal, and at the border both are offered', async () => {
    await page.getByLabel('Annual value').fill('45k');
    await expect.poll(() => template('Mid-market').isChecked()).toBe(true);
    expect(await template('Enterprise').count()).toBe(0);
    await page.getByLabel('Annual value').fill('80,000');
    await page.getByText('on the border of mid-market and enterprise: you decide').waitFor();
    expect(await template('Enterprise').isChecked()).toBe(true);
    await template('Mid-market').check();
    await page.getByLabel('Annual value').fill('9 000');
    await page.getByText('a formal plan is overkill').waitFor();
    await page.getByLabel('They already use the product').check();
    await expect.poll(() => template('Expansion').isChecked()).toBe(true);
  });

  it('is made with the reason that was chosen, and with all four dates', async () => {
    await page.getByLabel('The problem is validated with the buyer').check();
    await page.getByLabel('Multi-stakeholder deals').check();
    await page.getByLabel('Your company').fill('Acme');
    await page.getByLabel('Their company').fill('Northwind');
    await page.getByLabel('Annual value').fill('140,000');
    const dates = {
      'Evaluation starts': '2027-01-11',
      Decision: '2027-03-12',
      'Signature target': '2027-04-16',
      'Go-live': '2027-05-03',
    };
    for (const [label, date] of Object.entries(dates))
      await page.getByLabel(label, { exact: true }).fill(date);
    expect(await make()).toMatchObject({
      template: 'enterprise',
      purpose: 'Multi-stakeholder deals',
      value: 140_000,
      evaluationStart: '2027-01-11',
      decision: '2027-03-12',
      signature: '2027-04-16',
      goLive: '2027-05-03',
      timeZone: 'Europe/Oslo',
    });
    await untilOpen();
    const goal = page.getByRole('region', { name: 'Goal' });
    await goal.getByText('12 March 2027').waitFor();
    const track = page.getByRole('region', { name: 'Key dates' });
    for (const day of ['11 Jan', '12 Mar', '16 Apr', '3 May'])
      await track.getByText(day, { exact: false }).first().waitFor();
    await keepPicture(page, 'new-plan-made', true);
  });

  it('says before it is made when the dates leave too little time', async () => {
    await page.getByLabel('Annual value').fill('140,000');
    await page.getByLabel('Evaluation starts').fill('2027-03-01');
    await page.getByLabel('Signature target').fill('2027-03-19');
    await page.getByText('The usual steps need until').waitFor();
    await page.getByLabel('Signature target').fill('2027-09-17');
    await page.getByText('The usual steps need until').waitFor({ state: 'detached' });
  });
});

describe('a text', () => {
  it('that was pasted becomes a plan, with a report of what was kept as text', async () => {
    await way('From a text');
    await page.getByLabel('Any deal where clarity').check();
    await page.getByLabel('The plan as Markdown').fill(await fixture('northwind.md'));
    const sent = await make();
    expect(sent).toMatchObject({ timeZone: 'Europe/Oslo' });
    expect(sent).toHaveProperty('purpose');
    const report = page.getByRole('region', { name: 'Import report' });
    await report.getByText(/\d+ steps/).waitFor();
    await keepPicture(page, 'import-report');
    await report.getByRole('button', { name: 'Open the plan' }).click();
    await untilOpen();
    expect((await stepsOn(page)).length).toBeGreaterThan(5);
  });

  it('may be dropped as a file', async () => {
    await way('From a text');
    const area = page.getByLabel('The plan as Markdown');
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'halden.md', { type: 'text/markdown' }));
        return transfer;
      },
      await fixture('halden.md'),
    );
    await area.dispatchEvent('dragover', { dataTransfer: data });
    await area.dispatchEvent('drop', { dataTransfer: data });
    await expect.poll(() => area.inputValue()).toContain('Halden');
    await make();
    const report = page.getByRole('region', { name: 'Import report' });
    await report.getByRole('button', { name: 'Open the plan' }).click();
    await untilOpen();
    const text = `${(await stepsOn(page)).join(' ')} ${await narrativeOn(page)}`;
    expect(text.length).toBeGreaterThan(200);
  });

  it('whose dates can be read both ways is asked about, and nothing is guessed', async () => {
    await way('From a text');
    await page
      .getByLabel('The plan as Markdown')
      .fill(
        '# Mutual Action Plan: Acme + Northwind\n\n## Steps\n| # | Action | Owner | Due date | Status |\n|---|---|---|---|---|\n| 1 | Redlines | Maya | 03/04/2027 | Pending |\n',
      );
    await make();
    await page.getByRole('button', { name: /^Month first/ }).waitFor();
    await keepPicture(page, 'import-question');
    await page.getByRole('button', { name: /^Day first/ }).click();
    await page.getByRole('button', { name: 'Open the plan' }).click();
    await untilOpen();
    expect((await stepsOn(page)).join()).toMatch(/3 Apr 2027/);
  });
});

describe('a blank plan', () => {
  it('has its key dates and says what to begin with', async () => {
    await way('Blank');
    await page.getByLabel('Their company').fill('Northwind');
    expect(await make()).toMatchObject({ template: 'blank', start: 'build-together' });
    await untilOpen();
    await page.getByText('No steps yet. Begin with the next thing').waitFor();
    await keepPicture(page, 'blank-plan', true);
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
    await page.keyboard.type('Agree the success criteria');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stepsOn(page)).join()).toContain('Agree the success');
  });

  it('and nothing complained', () => {
    expect(world.complaints()).toEqual([]);
  });
});
