/** From the address to a plan that can be read, with a warm cache: when the first step's row is painted. */

import { newPerson } from '../support/browser.ts';
import { openPlan, untilSaved } from '../support/plan-page.ts';
import { openBenchWorld, print } from './bench-world.ts';
import { summary } from './measure.ts';

const RUNS = 12;

const world = await openBenchWorld();
try {
  for (const steps of [60, 300]) {
    const { page, context } = await newPerson(world.browser);
    await openPlan(page, await world.planLink(steps, 'seller'), 'Maya Stone');
    const painted: number[] = [];
    const saved: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.goto(page.url());
      await page.getByRole('grid', { name: 'Steps' }).getByRole('row').nth(3).waitFor();
      painted.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) =>
              requestAnimationFrame(() => resolve(performance.now())),
            ),
        ),
      );
      await untilSaved(page);
      saved.push(await page.evaluate(() => performance.now()));
    }
    print(`${steps} steps, rows painted after: ${summary(painted)}`);
    print(`${steps} steps, loaded from the server after: ${summary(saved)}`);
    await context.close();
  }
} finally {
  await world.close();
}
