/**
 * How a plan lies in Yjs. Nothing outside `shared/src/doc` knows this; see docs/data-model.md.
 *
 * Roots only, made by the server's seed. A row is a `Y.Map` under its id, born whole in one transaction with
 * every nested type it will ever have, because a container made later by two people at once loses one's data.
 */

import type * as Y from 'yjs';
import type { RowList } from '../plan/plan.ts';

/** Raised with every migration in `migrate-doc`; the server's column is the truth, `meta.schema` mirrors it. */
export const SCHEMA = 1;

/**
 * How a field of a row is kept.
 * - `text`: `Y.XmlFragment`, born holding one paragraph; co-edited.
 * - `plain`: one JSON value, the last writer wins.
 * - `explained`: `{v, edit, reason?, cause?}`, one value; the ledger explains its moves.
 * - `set`: `Y.Map<id, true | false>`; taking out writes false, never deletes a key.
 * - `owners`: `Y.Map<OwnerId, {v: owner | false, edit, reason?, cause?}>`.
 */
export type FieldShape = 'text' | 'plain' | 'explained' | 'set' | 'owners';

export const ROW_FIELDS = {
  keyDates: { label: 'text', why: 'text', date: 'explained' },
  workstreams: { name: 'text' },
  steps: {
    title: 'text',
    deliverable: 'text',
    notes: 'text',
    type: 'plain',
    kind: 'plain',
    workstream: 'plain',
    duration: 'plain',
    leadTime: 'plain',
    optional: 'plain',
    pinned: 'plain',
    approver: 'plain',
    weeks: 'plain',
    confirmed: 'plain',
    start: 'explained',
    due: 'explained',
    status: 'explained',
    owners: 'owners',
    predecessors: 'set',
    assumptions: 'set',
  },
  stakeholders: {
    name: 'text',
    title: 'text',
    responsibility: 'text',
    role: 'plain',
    party: 'plain',
    email: 'plain',
    signatory: 'plain',
  },
  criteria: {
    text: 'text',
    validation: 'text',
    consequence: 'text',
    type: 'plain',
    result: 'plain',
    owners: 'owners',
  },
  risks: {
    text: 'text',
    impact: 'text',
    mitigation: 'text',
    likelihood: 'plain',
    owners: 'owners',
    steps: 'set',
  },
  resources: { title: 'text', url: 'plain', type: 'plain', steps: 'set' },
  requirements: { text: 'text', notes: 'text', state: 'plain', owners: 'owners' },
  glossary: { term: 'text', meaning: 'text', type: 'plain' },
} as const satisfies Record<RowList, Readonly<Record<string, FieldShape>>>;

export const ROW_LISTS = Object.keys(ROW_FIELDS) as readonly RowList[];

/** `Y.Map` roots beside the lists. */
const NARRATIVE_ROOT = 'narrative';
export const MAP_ROOTS = ['meta', 'goal', ...ROW_LISTS, 'mutes'] as const;
export type MapRoot = (typeof MAP_ROOTS)[number];
export const ALL_ROOTS: readonly string[] = [...MAP_ROOTS, NARRATIVE_ROOT];

/** A field whose moves the ledger explains: value, edit, and the author's words travel together. */
export interface Explained {
  readonly v: unknown;
  readonly edit: string;
  readonly reason?: string;
  readonly cause?: string;
}

export function rootMap(doc: Y.Doc, root: MapRoot): Y.Map<unknown> {
  return doc.getMap(root);
}

export function narrativeRoot(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(NARRATIVE_ROOT);
}

/** All roots, for the one undo manager. */
export function undoScope(doc: Y.Doc): (Y.Map<unknown> | Y.XmlFragment)[] {
  return [...MAP_ROOTS.map((root) => rootMap(doc, root)), narrativeRoot(doc)];
}
