/** What can be done with the rows of a list. The object stays the same, so that no row renders because of it. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import { newId } from '@tandem/shared/plan/ids';
import type { RowKind } from '@tandem/shared/plan/plan';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session/hooks.ts';
import { announce } from '../../ui/live-region.tsx';
import { addRow, bringBackRow, moveRow, type RowFields, removeRow } from './row-edits.ts';
import { type Group, groupOf, type Place, placeBeside, placeMoved } from './row-places.ts';
import type { Grid } from './use-grid.ts';

export interface RowsSeen {
  readonly kind: RowKind;
  /** In a sentence: "step". */
  readonly noun: string;
  readonly order: readonly { readonly id: string }[];
  readonly groups: readonly Group[];
  readonly firstField: string;
  readonly titleOf: (id: string) => string;
  /** What a row of a group is born with. */
  readonly bornIn: (group: string) => RowFields;
  /** The edits that bring a row into another group. */
  readonly regroup: (id: string, group: string) => readonly PlanEdit[];
}

export interface RowActions {
  readonly addAtEnd: (group?: string, fields?: RowFields) => void;
  readonly addBeside: (row: string, where: 'above' | 'below') => void;
  readonly move: (row: string, by: -1 | 1) => void;
  readonly drop: (row: string, target: string, where: 'above' | 'below') => void;
  readonly remove: (row: string) => void;
  /** From the list of what was removed the focus goes along with it; in a row that still stands it stays. */
  readonly bringBack: (row: string, focus: 'goes' | 'stays') => void;
}

export function useRowActions(seen: RowsSeen, grid: Pick<Grid, 'want' | 'focusLater'>) {
  const session = useSession();
  const [refusal, setRefusal] = useState<string>();
  const now = useRef({ seen, grid });
  useLayoutEffect(() => {
    now.current = { seen, grid };
  });

  const actions = useMemo((): RowActions => {
    const apply = (edits: readonly PlanEdit[]): boolean => {
      const outcome = session.editAll(edits);
      setRefusal(outcome.kind === 'refused' ? outcome.message : undefined);
      return outcome.kind === 'applied';
    };
    const addAt = ({ after, group }: Place, fields: RowFields = {}): void => {
      const { kind, firstField, bornIn } = now.current.seen;
      const id: string = newId(Math.random);
      now.current.grid.want({ id, field: firstField });
      apply([addRow(kind, id, after, { ...bornIn(group), ...fields })]);
    };
    const moveTo = (row: string, place: Place | undefined): void => {
      const { kind, noun, groups, order, regroup } = now.current.seen;
      if (place === undefined || place.after === row) return;
      const edits: PlanEdit[] = [];
      const index = order.findIndex((one) => one.id === row);
      if ((order[index - 1]?.id ?? null) !== place.after)
        edits.push(moveRow(kind, row, place.after));
      if (groupOf(groups, row)?.id !== place.group) edits.push(...regroup(row, place.group));
      if (edits.length === 0 || !apply(edits)) return;
      const moved = now.current.seen.order.findIndex((one) => one.id === place.after) + 1;
      announce(`Moved. It is now ${noun} ${moved < index ? moved + 1 : moved} of ${order.length}.`);
    };
    return {
      addAtEnd: (group, fields) => {
        const { groups, order } = now.current.seen;
        const into = groups.find((one) => one.id === group) ?? groups.at(-1);
        const last = group === undefined ? order.at(-1) : (into?.rows.at(-1) ?? order.at(-1));
        const place = { after: last?.id ?? null, group: into?.id ?? '' };
        const own = group === undefined && last ? groupOf(groups, last.id) : undefined;
        addAt(own === undefined ? place : { ...place, group: own.id }, fields);
      },
      addBeside: (row, where) => {
        const { order, groups } = now.current.seen;
        const place = placeBeside(order, groups, row, where);
        if (place) addAt(place);
      },
      move: (row, by) => {
        const { order, groups } = now.current.seen;
        moveTo(row, placeMoved(order, groups, row, by));
      },
      drop: (row, target, where) => {
        const { order, groups } = now.current.seen;
        if (row !== target) moveTo(row, placeBeside(order, groups, target, where, row));
      },
      remove: (row) => {
        const { kind, noun, groups, titleOf } = now.current.seen;
        const all = groups.flatMap((group) => group.rows);
        const index = all.findIndex((one) => one.id === row);
        const next = all[index + 1] ?? all[index - 1];
        if (!apply([removeRow(kind, row)])) return;
        if (next) now.current.grid.focusLater(next.id, 0);
        announce(`Removed the ${noun} ${titleOf(row)}. Undo brings it back.`);
      },
      bringBack: (row, focus) => {
        const { kind, noun, titleOf } = now.current.seen;
        if (focus === 'goes') now.current.grid.focusLater(row, 0);
        if (apply([bringBackRow(kind, row)])) announce(`The ${noun} ${titleOf(row)} is back.`);
      },
    };
  }, [session]);

  return { actions, refusal };
}
