/** Applies `PlanEdit`s to a plan's document, each in one transaction. */

import * as Y from 'yjs';
import { unreachable } from '../plan/assert.ts';
import type { PlanEdit, PlanLevelEdit } from '../plan/edit.ts';
import { type Chance, type EditId, newId } from '../plan/ids.ts';
import { DEAL_TYPES, GOAL_FIELDS, PARTIES, VARIANTS } from '../plan/kinds.ts';
import { LIST_OF, type RowKind, type Subject } from '../plan/plan.ts';
import { rootMap } from './layout.ts';
import { BIRTH_ORIGIN, EDIT_ORIGIN, type Origin } from './origin.ts';
import {
  checkDate,
  checkOneOf,
  checkTexts,
  isRefusal,
  type Preparation,
  type Prepared,
  type Refusal,
  refuse,
} from './prepare-edit.ts';
import {
  prepareGlossaryEdit,
  prepareKeyDateEdit,
  prepareStakeholderEdit,
  prepareWorkstreamEdit,
} from './prepare-people.ts';
import {
  prepareCriterionEdit,
  prepareRequirementEdit,
  prepareResourceEdit,
  prepareRiskEdit,
} from './prepare-row.ts';
import { prepareStepEdit } from './prepare-step.ts';
import { isAmount, isCurrency, isWeekend, periodKey } from './read-meta.ts';
import { type Writing, writePlain, writeText } from './write-row.ts';

export interface EditContext {
  readonly chance: Chance;
  /** Who caused it, for undo and relay; `EDIT_ORIGIN` unless said. */
  readonly origin?: Origin;
}

export type EditOutcome =
  | { readonly kind: 'applied'; readonly edit: EditId; readonly subject: Subject }
  | Refusal;

export type EditsOutcome =
  | { readonly kind: 'applied'; readonly subjects: readonly Subject[] }
  | (Refusal & { /** Which of the edits was refused. */ readonly index: number });

/** One edit, one transaction; a refused one changes nothing. */
export function applyEdit(doc: Y.Doc, edit: PlanEdit, context: EditContext): EditOutcome {
  const writing = writingOf(edit, context.chance);
  const prepared = prepare(doc, edit, writing);
  if (isRefusal(prepared)) return prepared;
  doc.transact(prepared.write, context.origin ?? EDIT_ORIGIN);
  return { kind: 'applied', edit: writing.edit, subject: prepared.subject };
}

/**
 * Several edits in one transaction. Later edits see what earlier ones wrote, and Yjs cannot take a
 * transaction back: on a refusal the edits before it are in the document. Whoever needs all or nothing
 * (the HTTP API) applies to a copy and passes on the difference.
 */
export function applyEdits(
  doc: Y.Doc,
  edits: readonly PlanEdit[],
  context: EditContext,
): EditsOutcome {
  const subjects: Subject[] = [];
  const refusal = doc.transact((): EditsOutcome | undefined => {
    for (const [index, edit] of edits.entries()) {
      const prepared = prepare(doc, edit, writingOf(edit, context.chance));
      if (isRefusal(prepared)) return { ...prepared, index };
      prepared.write();
      subjects.push(prepared.subject);
    }
    return undefined;
  }, context.origin ?? EDIT_ORIGIN);
  return refusal ?? { kind: 'applied', subjects };
}

/**
 * As `applyEdit`, in a way that one undo manager can take back without losing what others did meanwhile: a
 * row is born hidden in a transaction that undo does not track, then shown in one that it does. Undoing an
 * add so becomes a removal (docs/decisions/008). `onBorn` runs between the two.
 */
export function applyEditUndoably(
  doc: Y.Doc,
  edit: PlanEdit,
  chance: Chance,
  onBorn?: () => void,
): EditOutcome {
  if (!edit.type.endsWith('/add')) return applyEdit(doc, edit, { chance });
  const writing = writingOf(edit, chance);
  const prepared = prepare(doc, edit, writing);
  if (isRefusal(prepared)) return prepared;
  const { subject } = prepared;
  doc.transact(() => {
    prepared.write();
    rowOf(doc, prepared)?.set('removed', true);
  }, BIRTH_ORIGIN);
  onBorn?.();
  doc.transact(() => rowOf(doc, prepared)?.set('removed', false), EDIT_ORIGIN);
  return { kind: 'applied', edit: writing.edit, subject };
}

function rowOf(doc: Y.Doc, { subject }: Prepared): Y.Map<unknown> | undefined {
  const row = rootMap(doc, LIST_OF[subject.kind as RowKind]).get(subject.id);
  return row instanceof Y.Map ? (row as Y.Map<unknown>) : undefined;
}

function writingOf(edit: PlanEdit, chance: Chance): Writing {
  return {
    edit: newId<EditId>(chance),
    ...('reason' in edit && edit.reason !== undefined ? { reason: edit.reason } : {}),
    ...('cause' in edit && edit.cause !== undefined ? { cause: edit.cause } : {}),
    chance,
  };
}

function prepare(doc: Y.Doc, edit: PlanEdit, writing: Writing): Preparation {
  const reason = checkTexts(writing.reason);
  if (reason) return reason;
  if (isOf(edit, 'step') || edit.type === 'steps/shift') return prepareStepEdit(doc, edit, writing);
  if (isOf(edit, 'stakeholder')) return prepareStakeholderEdit(doc, edit, writing);
  if (isOf(edit, 'criterion')) return prepareCriterionEdit(doc, edit, writing);
  if (isOf(edit, 'risk')) return prepareRiskEdit(doc, edit, writing);
  if (isOf(edit, 'resource')) return prepareResourceEdit(doc, edit, writing);
  if (isOf(edit, 'requirement')) return prepareRequirementEdit(doc, edit, writing);
  if (isOf(edit, 'workstream')) return prepareWorkstreamEdit(doc, edit, writing);
  if (isOf(edit, 'glossary-entry')) return prepareGlossaryEdit(doc, edit, writing);
  if (isOf(edit, 'key-date')) return prepareKeyDateEdit(doc, edit, writing);
  return preparePlanEdit(doc, edit);
}

function isOf<Kind extends string>(
  edit: PlanEdit,
  kind: Kind,
): edit is Extract<PlanEdit, { type: `${Kind}/${string}` }> {
  return edit.type.startsWith(`${kind}/`);
}

function preparePlanEdit(doc: Y.Doc, edit: PlanLevelEdit): Preparation {
  const meta = rootMap(doc, 'meta');
  switch (edit.type) {
    case 'goal/set-text': {
      const refusal = checkOneOf(GOAL_FIELDS, edit.field) ?? checkTexts(edit.text);
      const subject: Subject = { kind: 'goal', id: 'goal', field: edit.field };
      return (
        refusal ?? {
          kind: 'prepared',
          subject,
          write: () => writeText(rootMap(doc, 'goal'), edit.field, edit.text),
        }
      );
    }
    case 'plan/set-holiday': {
      const field = `${edit.party}Holidays`;
      const refusal =
        checkOneOf(PARTIES, edit.party) ?? checkDate(edit.date) ?? checkTexts(edit.name);
      return refusal ?? onPlan(field, () => writeEntry(meta, field, edit.date, edit.name));
    }
    case 'plan/set-blackout': {
      const field = `${edit.party}Blackouts`;
      const refusal =
        checkOneOf(PARTIES, edit.party) ??
        checkDate(edit.from) ??
        checkDate(edit.to) ??
        checkTexts(edit.name);
      if (refusal) return refusal;
      if (edit.from > edit.to)
        return refuse('impossible-date', 'A blackout ends on or after the day it begins.');
      return onPlan(field, () => writeEntry(meta, field, periodKey(edit.from, edit.to), edit.name));
    }
    case 'plan/set':
      return preparePlanFields(meta, edit);
    default:
      return unreachable(edit);
  }
}

function preparePlanFields(
  meta: Y.Map<unknown>,
  edit: Extract<PlanLevelEdit, { type: 'plan/set' }>,
): Preparation {
  const { type: _type, title, ...plain } = edit;
  const refusal =
    checkTexts(title, plain.seller, plain.buyer, plain.product, plain.timeZone) ??
    checkOneOf(DEAL_TYPES, plain.dealType) ??
    checkOneOf(VARIANTS, plain.variant) ??
    check(
      plain.value === null || plain.value === undefined || isAmount(plain.value),
      'The value is a positive amount.',
    ) ??
    check(
      plain.currency === null || plain.currency === undefined || isCurrency(plain.currency),
      'A currency has three capital letters, such as EUR.',
    ) ??
    check(
      plain.weekend === undefined || isWeekend(plain.weekend),
      'A weekend is a list of weekdays, 1 for Monday to 7 for Sunday, not all of them.',
    );
  if (refusal) return refusal;
  return onPlan('', () => {
    if (title !== undefined) writeText(meta, 'title', title);
    for (const [field, value] of Object.entries(plain))
      if (value !== undefined) writePlain(meta, field, value);
  });
}

function onPlan(field: string, write: () => void): Prepared {
  return {
    kind: 'prepared',
    subject: { kind: 'plan', id: 'plan', ...(field === '' ? {} : { field }) },
    write,
  };
}

function writeEntry(meta: Y.Map<unknown>, field: string, key: string, name: string | null): void {
  const set = meta.get(field);
  const value = name === null ? false : name.toWellFormed();
  if (set instanceof Y.Map && set.get(key) !== value && !(value === false && !set.has(key)))
    set.set(key, value);
}

function check(holds: boolean, message: string): Refusal | undefined {
  return holds ? undefined : refuse('invalid-value', message);
}
