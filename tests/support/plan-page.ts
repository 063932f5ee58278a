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
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
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
  const editor = page.locator('[role=gridcell] [role=textbox]:focus');
  await editor.waitFor();
  // ProseMirror puts the caret back once, 20 ms after it got the focus: faster than any person.
  for (let tries = 0; tries < 20; tries += 1) {
    await page.keyboard.press(caret);
    const isThere = await editor.evaluate(async (element, atEnd) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const selection = getSelection();
      if (!selection?.anchorNode || !selection.isCollapsed) return false;
      const before = document.createRange();
      before.setStart(element, 0);
      before.setEnd(selection.anchorNode, selection.anchorOffset);
      const after = document.createRange();
      after.setStart(selection.anchorNode, selection.anchorOffset);
      after.setEndAfter(element.lastChild ?? element);
      return (atEnd ? after : before).toString() === '';
    }, caret === 'End');
    if (isThere) return;
  }
  throw new Error(`The caret did not go to ${caret} in the title of ${title}.`);
}
