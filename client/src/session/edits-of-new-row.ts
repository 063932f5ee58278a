import type { PlanEdit } from '@tandem/shared/plan/edit';
import { LIST_OF, type PlanSnapshot, type RowKind } from '@tandem/shared/plan/plan';

/** What an edit calls the row that it is about. */
export const ID_FIELD: Readonly<Record<RowKind, string>> = {
  'key-date': 'keyDate',
  workstream: 'workstream',
  step: 'step',
  stakeholder: 'stakeholder',
  criterion: 'criterion',
  risk: 'risk',
  resource: 'resource',
  requirement: 'requirement',
  'glossary-entry': 'entry',
};

/** What an add calls a row's `type`, which is the tag of an edit. */
const TYPE_FIELD: Partial<Record<RowKind, string>> = {
  step: 'stepType',
  criterion: 'criterionType',
  resource: 'resourceType',
  'glossary-entry': 'stepType',
};

/** Bookkeeping of a row that an add does not take. */
const NOT_TAKEN = ['id', 'type', 'dueReason', 'dueEdit', 'dateReason', 'dateEdit', 'confirmed'];

/**
 * A row that `plan` has and the document lacks. It keeps its id, because other rows name it.
 */
export function editsOfNewRow(
  kind: RowKind,
  id: string,
  plan: PlanSnapshot,
): PlanEdit[] | undefined {
  const rows: readonly { readonly id: string }[] = plan[LIST_OF[kind]];
  const at = rows.findIndex((one) => one.id === id);
  const row = rows[at] as (Readonly<Record<string, unknown>> & { readonly id: string }) | undefined;
  if (row === undefined) return undefined;
  const typeField = TYPE_FIELD[kind];
  const fields = Object.fromEntries(
    Object.entries(row).filter(([field]) => !NOT_TAKEN.includes(field)),
  );
  const add = {
    type: `${kind}/add`,
    [ID_FIELD[kind]]: id,
    after: rows[at - 1]?.id ?? null,
    ...fields,
    ...(typeField === undefined || row.type === undefined ? {} : { [typeField]: row.type }),
  } as unknown as PlanEdit;
  const confirmed = kind === 'step' ? row.confirmed : undefined;
  return confirmed === undefined
    ? [add]
    : [add, { type: 'step/confirm', step: id, confirmed } as unknown as PlanEdit];
}
