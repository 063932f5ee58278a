/** The demo plan with two people in it, as the README shows it: kept with the other pictures, to be looked at. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPicture, openWorld, type World } from '../support/e2e-world.ts';
import { openPlan, openTitle, stepCell, untilSaved } from '../support/plan-page.ts';
import { PROJECT } from '../support/server-process.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('two people are in one plan, and each sees where the other is', async () => {
  const seller = await world.person();
  const buyer = await world.person();
  await openPlan(seller.page, world.server.sellerLink);
  await openPlan(buyer.page, world.server.buyerLink, 'Claire Beaumont');
  await openTitle(buyer.page, 'Single sign-on tested', 'End');
  await stepCell(seller.page, 'Security questionnaire', 'status').focus();
  const { page } = seller;
  await page.getByRole('gridcell').filter({ hasText: 'Claire Beaumont is here' }).waitFor();
  // The key dates and the first half of the steps in one window.
  await page.evaluate(() => scrollTo(0, 430));
  await page.mouse.move(0, 0);
  await untilSaved(page);
  await keepPicture(page, 'two-people');
  const { size } = await stat(join(PROJECT, 'tests/artefacts/two-people.png'));
  expect(size).toBeGreaterThan(50_000);
  expect(world.complaints()).toEqual([]);
});
