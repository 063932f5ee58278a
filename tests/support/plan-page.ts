/** The plan page as a person uses it: by names and roles, never by classes. */

import type { Locator, Page } from 'playwright-core';

/** Opens a link, gives a name where one is asked for, and waits until the plan is there and saved. */
export async function openPlan(page: Page, link: string, name?: string): Promise<void> {
  await page.goto(link);
  if (name !== undefined) await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Open the plan' }).click();
  await page.waitForURL(/\/p\//);
  await untilSaved(page);
  await page.getByRole('grid', { name: 'Steps' }).waitFor();
}

export async function untilSaved(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
}

export function stepRow(page: Page, title: string | RegExp): Locator {
  return page.getByRole('grid', { name: 'Steps' }).getByRole('row').filter({ hasText: title });
}

export type StepColumn = 'handle' | 'title' | 'owner' | 'due' | 'status' | 'more';
const COLUMNS: readonly StepColumn[] = ['handle', 'title', 'owner', 'due', 'status', 'more'];

export function stepCell(page: Page, title: string | RegExp, column: StepColumn): Locator {
  return stepRow(page, title).getByRole('gridcell').nth(COLUMNS.indexOf(column));
}

/** What the plan on this page says: everything but carets and who is where. */
export async function stepsOn(page: Page): Promise<string[]> {
  return page.getByRole('grid', { name: 'Steps' }).evaluate((grid) =>
    [...grid.querySelectorAll('[role=row][data-row]')].flatMap((row) => {
      const copy = row.cloneNode(true) as Element;
      for (const other of copy.querySelectorAll(
        '[class*=collaboration-carets], .cell-flag, .visually-hidden, button',
      )) {
        other.remove();
      }
      const cells = [...copy.querySelectorAll(':scope > [role=gridcell]')].map((cell) =>
        (cell.textContent ?? '').replaceAll('\u2060', '').trim(),
      );
      return cells.length > 1 ? [cells.join(' | ')] : [];
    }),
  );
}

export async function narrativeOn(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Text of the plan' }).evaluate((editor) => {
    const copy = editor.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll(
      '[class*=collaboration-carets], [contenteditable=false], [data-node-view-wrapper]',
    ))
      other.remove();
    return (copy.textContent ?? '').replaceAll('\u2060', '');
  });
}

/** Opens the title of a step for writing, with the caret at one end. */
export async function openTitle(page: Page, title: string, caret: 'Home' | 'End'): Promise<void> {
  await stepCell(page, title, 'title').click();
  await page.locator('[role=gridcell] [role=textbox]:focus').waitFor();
  await page.keyboard.press(caret);
}
