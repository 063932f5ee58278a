/** Numbers and titles of steps in other cells, as the steps they mean: predecessors, what a risk threatens. */

import type { StepId } from '../../plan/ids.ts';
import type { Step } from '../../plan/plan.ts';
import type { Cell } from '../markdown/cell.ts';
import { isNothing, isStillOpen, nameKey } from '../words/plain-words.ts';
import { type Desk, report, type Writable } from './desk.ts';

export interface StepLink {
  readonly step: Writable<Step>;
  /** What stands in its number column, or its place in the table. */
  readonly number: string;
  /** The rows of the same table: numbers may start anew in the next one. */
  readonly siblings: readonly StepLink[];
  readonly after?: Cell;
}

/** Finds steps by number and by title; made once for a whole file. */
export interface StepIndex {
  readonly numbers: ReadonlyMap<string, StepId | 'several'>;
  readonly titles: ReadonlyMap<string, StepId | 'several'>;
}

export function indexSteps(links: readonly StepLink[]): StepIndex {
  const numbers = new Map<string, StepId | 'several'>();
  const titles = new Map<string, StepId | 'several'>();
  for (const { step, number } of links) {
    enter(numbers, numberKey(number), step.id);
    enter(titles, nameKey(step.title), step.id);
    // "Pilot in Oslo" also means "Pilot in Oslo (3 weeks)".
    const bare = nameKey(step.title.replace(/ ?\([^()]*\)$/, ''));
    if (bare !== nameKey(step.title)) enter(titles, bare, step.id);
  }
  return { numbers, titles };
}

function enter(index: Map<string, StepId | 'several'>, key: string, id: StepId): void {
  if (key !== '') index.set(key, index.has(key) && index.get(key) !== id ? 'several' : id);
}

function numberKey(text: string): string {
  return nameKey(text)
    .replace(/^(?:step|task|no|nr|#|schritt|étape|paso|steg)[ .]*/, '')
    .replace(/[.)]$/, '');
}

/** Writes the predecessors of all rows; what names no step goes to the notes. */
export function linkPredecessors(desk: Desk, links: readonly StepLink[], all: StepIndex): void {
  const perTable = new Map<readonly StepLink[], StepIndex>();
  for (const { step, after, siblings } of links) {
    if (!after) continue;
    const own = perTable.get(siblings) ?? indexSteps(siblings);
    perTable.set(siblings, own);
    const { found, unread } = readStepReferences(after.text, [own, all]);
    step.predecessors = found.filter((id) => id !== step.id);
    if (unread.length === 0) continue;
    const text = unread.join(', ');
    step.notes = [step.notes, `After: ${text}`].filter((line) => line !== '').join('\n');
    report(desk, after.place, text, 'No step has this number or title.', 'notes');
  }
}

const LONGEST_RANGE = 50;
const LONGEST_LIST = 2_000;

/** "1, 3", "2-4", "Pilot in Oslo", "step 3 and 4". `indexes`: the nearest table first. */
export function readStepReferences(
  text: string,
  indexes: readonly StepIndex[],
): { readonly found: readonly StepId[]; readonly unread: readonly string[] } {
  const trimmed = text.trim();
  if (isNothing(trimmed) || isStillOpen(trimmed)) return { found: [], unread: [] };
  const whole = stepNamed(trimmed, indexes);
  if (whole) return { found: [whole], unread: [] };
  if (trimmed.length > LONGEST_LIST) return { found: [], unread: [trimmed] };
  const found = new Set<StepId>();
  const unread: string[] = [];
  for (const part of trimmed
    .split(/\s*[,;&\n+]\s*|\s+(?:and|und|et|y|og)\s+/)
    .filter((each) => each !== '')) {
    const id = stepNamed(part, indexes);
    const range = id ? [id] : rangeOf(part, indexes);
    if (range) for (const each of range) found.add(each);
    else unread.push(part);
  }
  return { found: [...found], unread };
}

function stepNamed(text: string, indexes: readonly StepIndex[]): StepId | undefined {
  for (const { numbers, titles } of indexes) {
    const id = numbers.get(numberKey(text)) ?? titles.get(nameKey(text));
    if (id !== undefined) return id === 'several' ? undefined : id;
  }
  return undefined;
}

function rangeOf(text: string, indexes: readonly StepIndex[]): readonly StepId[] | undefined {
  const match = /^(\d{1,5}) ?[-–] ?(\d{1,5})$/.exec(numberKey(text));
  const from = Number(match?.[1]);
  const count = Number(match?.[2]) - from + 1;
  if (!match || count < 2 || count > LONGEST_RANGE) return undefined;
  const ids = Array.from({ length: count }, (_, i) => stepNamed(String(from + i), indexes));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
