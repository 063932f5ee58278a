/** The plan as text to keep, for when this browser may not keep it. Loaded only when somebody asks for it. */

import type { PlanSnapshot } from '@tandem/shared/plan/plan';

/** False when it did not work, also because this part of the page never came to the device. */
export async function copyPlan(plan: PlanSnapshot): Promise<boolean> {
  const part = await import('@tandem/shared/interchange/export-markdown').catch(() => undefined);
  return part === undefined ? false : copyText(part.exportMarkdown(plan));
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no https: the old way still works from a click.
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
