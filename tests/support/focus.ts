/** Where the focus is, as somebody without a mouse sees it. */

import type { Page } from 'playwright-core';

/** What is wrong with the focus now: it is nowhere, off the screen or invisible. Empty when all is well. */
export async function focusTrouble(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // A page that scrolls to the focus, or gives it on, does so within a frame or two.
    for (let tries = 0; tries < 10; tries += 1) {
      const trouble = look();
      if (trouble === '') return '';
      if (tries === 9) return trouble;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    }
    return '';

    function look(): string {
      const at = document.activeElement;
      if (at === null || at === document.body) return 'the focus is nowhere';
      const what = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40)}`;
      const { top, bottom, left, right } = at.getBoundingClientRect();
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
        return `${what} is off the screen`;
      // A caret shows where somebody writes.
      if (at.matches('input, textarea, select, [contenteditable=true]')) return '';
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      // Menus mark the item that has the focus.
      return isOutlined || at.matches('[role=menuitem], [role=menu]')
        ? ''
        : `${what} is not marked`;
    }
  });
}

export async function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });
}

/** Presses a key until the focus is on something that says `wanted`; looks at every stop on the way. */
export async function pressUntil(
  page: Page,
  key: string,
  wanted: RegExp,
  most = 80,
): Promise<string[]> {
  const troubles: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const trouble = await focusTrouble(page);
    if (trouble !== '') troubles.push(trouble);
    if (wanted.test(await focusedText(page))) return troubles;
  }
  throw new Error(`${key} did not lead to ${wanted}: the focus is on ${await focusedText(page)}`);
}
