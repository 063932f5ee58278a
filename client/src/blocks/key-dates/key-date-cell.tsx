import type { KeyDate } from '@tandem/shared/plan/plan';
import { DateCell } from '../../cells/date-cell.tsx';

interface KeyDateCellProps {
  readonly keyDate: KeyDate;
  readonly className?: string;
}

export function KeyDateCell({ keyDate, className = '' }: KeyDateCellProps) {
  return (
    <DateCell
      subject={{ kind: 'key-date', id: keyDate.id, field: 'date' }}
      label={keyDate.label}
      date={keyDate.date}
      reason={keyDate.dateReason}
      className={className}
      asksReason
      set={(date, reason) => [
        {
          type: 'key-date/set',
          keyDate: keyDate.id,
          date,
          ...(reason === undefined ? {} : { reason }),
        },
      ]}
    />
  );
}
