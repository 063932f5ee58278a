import type * as Y from 'yjs';
import { LIST_OF, type RowKind } from '../plan/plan.ts';
import { type FieldShape, ROW_FIELDS } from './layout.ts';
import { onRow, type Preparation, type Refusal } from './prepare-edit.ts';
import { type RowValues, writePlain, writeText } from './write-row.ts';

/** Sets the given fields of a row; absent ones stay, null clears. */
export function setFields(
  doc: Y.Doc,
  kind: RowKind,
  id: string,
  values: RowValues,
  checks: readonly (Refusal | undefined)[],
): Preparation {
  const shapes: Readonly<Record<string, FieldShape>> = ROW_FIELDS[LIST_OF[kind]];
  return onRow(doc, kind, id, checks, (row) => {
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined) continue;
      if (shapes[field] === 'text') writeText(row, field, typeof value === 'string' ? value : '');
      else writePlain(row, field, value);
    }
  });
}
