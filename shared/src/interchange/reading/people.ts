/** The stakeholders as a list to look names up in: owners, approvers and blockers are named in other tables. */

import type { StakeholderId } from '../../plan/ids.ts';
import type { Stakeholder } from '../../plan/plan.ts';
import { nameKey } from '../words/plain-words.ts';

export interface People {
  /** In the order of the file: a reference such as `#stakeholder-3` counts in it. */
  readonly rows: readonly Stakeholder[];
  readonly byName: ReadonlyMap<string, StakeholderId | 'several'>;
}

/** By full name, by first name where only one person has it, by title for a row without a name. */
export function peopleOf(rows: readonly Stakeholder[]): People {
  const full = new Map<string, StakeholderId | 'several'>();
  const first = new Map<string, StakeholderId | 'several'>();
  for (const { id, name, title } of rows) {
    enter(full, nameKey(name === '' ? title : name), id);
    const words = nameKey(name).split(' ');
    if (words.length > 1 && words[0] && /^\p{L}[\p{L}'’-]+$/u.test(words[0]))
      enter(first, words[0], id);
  }
  for (const [name, id] of first) if (!full.has(name)) full.set(name, id);
  return { rows, byName: full };
}

function enter(
  index: Map<string, StakeholderId | 'several'>,
  key: string,
  id: StakeholderId,
): void {
  if (key !== '') index.set(key, index.has(key) ? 'several' : id);
}

export function personNamed(people: People, text: string): StakeholderId | undefined {
  const found = people.byName.get(nameKey(text));
  return found === 'several' ? undefined : found;
}

/** The person that a fragment such as `stakeholder-3` points to. */
export function personAt(people: People, fragment: string | undefined): StakeholderId | undefined {
  const match = /^stakeholder-(\d{1,6})$/.exec(fragment ?? '');
  return match ? people.rows[Number(match[1]) - 1]?.id : undefined;
}
