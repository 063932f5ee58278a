import type { RowKind } from '@tandem/shared/plan/plan';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session/hooks.ts';
import { announce } from '../../ui/live-region.tsx';
import type { RowGroup } from './column.ts';
import { withHeld } from './held-row.ts';

interface HeldRowParts<Row> {
  readonly kind: RowKind;
  readonly noun: string;
  readonly rows: readonly Row[];
  readonly groups: readonly RowGroup<Row>[];
  readonly removed: readonly Row[];
}

export interface Held<Row> {
  readonly groups: readonly RowGroup<Row>[];
  /** The row that is removed and still shown, and the sentence that says so. */
  readonly id: string | undefined;
  readonly sentence: string;
  readonly onEnterRow: (id: string) => void;
  readonly onLeaveRow: () => void;
}

/** Keeps the row in which I am on the screen when somebody else removes it, until I leave it. */
export function useHeldRow<Row extends { readonly id: string }>(
  parts: HeldRowParts<Row>,
): Held<Row> {
  const { kind, noun, rows, groups, removed } = parts;
  const session = useSession();
  // Not state: the focus goes through three hundred rows without rendering any.
  const entered = useRef<string>(undefined);
  const seen = useRef(groups);
  const isHolding = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, setLeft] = useState(0);

  const id = entered.current;
  const row =
    id === undefined || rows.some((one) => one.id === id)
      ? undefined
      : removed.find((one) => one.id === id);
  const writer = row && session.whoWrote(kind, row.id, 'removed');
  const held = writer?.isMe ? undefined : row;
  const shown = held === undefined ? groups : withHeld(groups, seen.current, held);
  const sentence = held === undefined ? '' : `${writer?.name ?? 'Somebody'} removed this ${noun}.`;
  useEffect(() => {
    seen.current = shown;
    isHolding.current = held !== undefined;
  });
  useEffect(() => {
    if (sentence !== '') announce(`${sentence} What you write stays in it.`);
  }, [sentence]);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const on = useMemo(
    () => ({
      onEnterRow: (next: string): void => {
        clearTimeout(leaving.current);
        const isOther = entered.current !== next;
        entered.current = next;
        if (isOther && isHolding.current) setLeft((count) => count + 1);
      },
      onLeaveRow: (): void => {
        clearTimeout(leaving.current);
        leaving.current = setTimeout(() => {
          // Another window in front is no reason to take away what is being written.
          if (!document.hasFocus()) return;
          entered.current = undefined;
          if (isHolding.current) setLeft((count) => count + 1);
        });
      },
    }),
    [],
  );
  return { groups: shown, id: held?.id, sentence, ...on };
}
