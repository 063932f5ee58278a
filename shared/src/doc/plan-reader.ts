/**
 * From the Y.Doc to an immutable `PlanSnapshot`, incrementally: a transaction marks the rows that it touched,
 * and only those are read again. Everything else keeps its object identity, so that React and the rules can
 * compare by reference.
 */

import * as Y from 'yjs';
import { isId } from '../plan/ids.ts';
import type { NarrativeElement } from '../plan/narrative.ts';
import { compareOrdered, type OrderKey, parseOrderKey } from '../plan/order.ts';
import { LIST_OF, type PlanSnapshot, type RowKind, type RowList, type Rows } from '../plan/plan.ts';
import { narrativeRoot, ROW_LISTS, rootMap } from './layout.ts';
import type { Problem } from './problem.ts';
import { readGoal, readMeta } from './read-meta.ts';
import { readBlock } from './read-narrative.ts';
import { ROW_READERS } from './read-row.ts';
import { FieldReader } from './read-values.ts';

/** Rows that were removed and can be brought back, in plan order. */
export type RemovedRows = { readonly [List in RowList]: readonly Rows[List][] };

export interface PlanReading {
  readonly plan: PlanSnapshot;
  readonly removed: RemovedRows;
  readonly problems: readonly Problem[];
}

export interface PlanReader {
  /** The plan now; the same object as before where nothing changed. */
  read(): PlanReading;
  /** Stops following the document. */
  close(): void;
}

/** A row whose order key is missing or malformed goes behind all others. */
const LAST = '\u{10ffff}' as OrderKey;

const KIND_OF = Object.fromEntries(
  Object.entries(LIST_OF).map(([kind, list]) => [list, kind]),
) as Record<RowList, RowKind>;

/** One look at a plan; for a document that changes use {@link openPlanReader}. */
export function readPlan(doc: Y.Doc): PlanReading {
  const reader = openPlanReader(doc);
  const reading = reader.read();
  reader.close();
  return reading;
}

export function openPlanReader(doc: Y.Doc): PlanReader {
  const lists = ROW_LISTS.map((list) => new ListReader(doc, list));
  const narrative = new NarrativeReader(doc);
  const meta = rootMap(doc, 'meta');
  const goal = rootMap(doc, 'goal');
  const roots = new Map<unknown, ListReader | NarrativeReader | 'meta' | 'goal'>([
    [meta, 'meta'],
    [goal, 'goal'],
    [narrative.root, narrative],
    ...lists.map((list) => [list.root, list] as const),
  ]);
  let metaReading: ReturnType<typeof readMeta> | undefined;
  let goalReading: ReturnType<typeof readGoal> | undefined;
  let reading: PlanReading | undefined;

  const onTransaction = (transaction: Y.Transaction): void => {
    for (const [type, keys] of transaction.changed) {
      const path = pathOf(type);
      const root = roots.get(path.root);
      if (root === undefined) continue;
      reading = undefined;
      if (root === 'meta') metaReading = undefined;
      else if (root === 'goal') goalReading = undefined;
      else if (root instanceof NarrativeReader) root.touch(path.child);
      else if (path.key !== undefined) root.touch(path.key);
      else for (const key of keys) if (key !== null) root.touch(key);
    }
  };
  doc.on('afterTransaction', onTransaction);

  const read = (): PlanReading => {
    if (reading) return reading;
    metaReading ??= readMeta(meta);
    goalReading ??= readGoal(goal);
    const rows: Record<string, unknown> = {};
    const removed: Record<string, unknown> = {};
    const problems: Problem[] = [...metaReading.problems, ...goalReading.problems];
    for (const list of lists) {
      const result = list.read();
      rows[list.name] = result.rows;
      removed[list.name] = result.removed;
      problems.push(...result.problems);
    }
    const plan = {
      ...metaReading.fields,
      goal: goalReading.goal,
      ...rows,
      narrative: narrative.read(),
    };
    reading = {
      plan: plan as unknown as PlanSnapshot,
      removed: removed as unknown as RemovedRows,
      problems,
    };
    return reading;
  };
  return { read, close: () => doc.off('afterTransaction', onTransaction) };
}

interface ReadRow {
  readonly id: string;
  readonly order: OrderKey;
  readonly removed: boolean;
  readonly row: unknown;
  readonly problems: readonly Problem[];
}

interface ListReading {
  readonly rows: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly problems: readonly Problem[];
}

class ListReader {
  readonly name: RowList;
  readonly root: Y.Map<unknown>;
  readonly #rows = new Map<string, ReadRow>();
  readonly #touched = new Set<string>();
  #reading: ListReading | undefined;

  constructor(doc: Y.Doc, name: RowList) {
    this.name = name;
    this.root = rootMap(doc, name);
    for (const id of this.root.keys()) this.#touched.add(id);
  }

  touch(id: string): void {
    this.#touched.add(id);
    this.#reading = undefined;
  }

  read(): ListReading {
    if (this.#reading) return this.#reading;
    for (const id of this.#touched) this.#readRow(id);
    this.#touched.clear();
    const all = [...this.#rows.values()].sort(compareOrdered);
    this.#reading = {
      rows: all.filter((row) => !row.removed).map((row) => row.row),
      removed: all.filter((row) => row.removed && row.row !== undefined).map((row) => row.row),
      problems: all.flatMap((row) => row.problems),
    };
    return this.#reading;
  }

  #readRow(id: string): void {
    const map = this.root.get(id);
    const subject = { kind: KIND_OF[this.name], id };
    if (map === undefined) {
      this.#rows.delete(id);
    } else if (!(map instanceof Y.Map) || !isId(id)) {
      const problems = [{ subject, message: 'this is no row' }];
      this.#rows.set(id, { id, order: LAST, removed: true, row: undefined, problems });
    } else {
      const read = new FieldReader(map as Y.Map<unknown>, subject);
      const row = ROW_READERS[this.name](id as never, read);
      const order = parseOrderKey(map.get('order'));
      if (order === undefined) read.problem('order', 'the place of this row is unknown');
      this.#rows.set(id, {
        id,
        order: order ?? LAST,
        removed: map.get('removed') === true,
        row,
        problems: read.problems,
      });
    }
  }
}

class NarrativeReader {
  readonly root: Y.XmlFragment;
  readonly #blocks = new Map<unknown, NarrativeElement>();
  #result: readonly NarrativeElement[] | undefined;

  constructor(doc: Y.Doc) {
    this.root = narrativeRoot(doc);
  }

  touch(block: unknown): void {
    this.#blocks.delete(block);
    this.#result = undefined;
  }

  read(): readonly NarrativeElement[] {
    if (this.#result) return this.#result;
    const nodes = this.root.toArray();
    const present = new Set<unknown>(nodes);
    for (const block of this.#blocks.keys()) if (!present.has(block)) this.#blocks.delete(block);
    this.#result = nodes.map((node) => {
      const block = this.#blocks.get(node) ?? readBlock(node);
      this.#blocks.set(node, block);
      return block;
    });
    return this.#result;
  }
}

/** The root above a type, the root's child that holds it, and that child's key where the root is a map. */
function pathOf(type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): {
  root: unknown;
  child: unknown;
  key: string | undefined;
} {
  let at: Y.AbstractType<unknown> = type as Y.AbstractType<unknown>;
  let child: unknown;
  let key: string | undefined;
  while (at.parent) {
    child = at;
    key = at._item?.parentSub ?? undefined;
    at = at.parent as Y.AbstractType<unknown>;
  }
  return { root: at, child, key };
}
