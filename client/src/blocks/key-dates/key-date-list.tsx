/** The key dates as rows: to name one, to say why it is when it is, to add one and take it out again. */

import { STANDARD_KEY_DATES } from '@tandem/shared/plan/kinds';
import type { KeyDate } from '@tandem/shared/plan/plan';
import { TextCell } from '../../cells/text-cell.tsx';
import { usePlan, useReading } from '../../session/hooks.ts';
import type { Column, RowCellProps } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { plainLook, useOneGroup } from '../lists/one-group.ts';
import { KeyDateCell } from './key-date-cell.tsx';

export function KeyDateList() {
  const keyDates = usePlan((plan) => plan.keyDates);
  const removed = useReading((reading) => reading.removed.keyDates);
  const groups = useOneGroup(keyDates);
  return (
    <RowGrid
      label="Key dates"
      kind="key-date"
      noun="key date"
      rows={keyDates}
      groups={groups}
      columns={COLUMNS}
      removed={removed}
      firstField="label"
      titleOf={(keyDate) => keyDate.label}
      lookOf={plainLook}
      empty="No key dates yet."
      canRemove={isOwn}
    />
  );
}

/** The four that every plan has are cleared, not removed: templates and rules count from them. */
function isOwn(keyDate: KeyDate): boolean {
  return !(STANDARD_KEY_DATES as readonly string[]).includes(keyDate.id);
}

function LabelCell({ row: keyDate }: RowCellProps<KeyDate>) {
  return (
    <TextCell
      subject={{ kind: 'key-date', id: keyDate.id, field: 'label' }}
      label="Key date"
      text={keyDate.label}
      placeholder="What happens then?"
      className="phone-first"
    />
  );
}

function DayCell({ row: keyDate }: RowCellProps<KeyDate>) {
  return <KeyDateCell keyDate={keyDate} className="phone-second" />;
}

function WhyCell({ row: keyDate }: RowCellProps<KeyDate>) {
  return (
    <TextCell
      subject={{ kind: 'key-date', id: keyDate.id, field: 'why' }}
      label="Why then"
      text={keyDate.why}
      placeholder="Why then, and what if it is later?"
      className="phone-own"
    />
  );
}

const COLUMNS: readonly Column<KeyDate>[] = [
  { key: 'label', title: 'Key date', width: 'minmax(0, 1fr)', Cell: LabelCell },
  { key: 'date', title: 'When', width: '120px', Cell: DayCell },
  { key: 'why', title: 'Why then', width: 'minmax(0, 1.6fr)', Cell: WhyCell },
];
