/** The four dates that a plan is built around, and what does not fit between two of them. */

import { type CalendarDate, isCalendarDate } from '@tandem/shared/plan/calendar-date';
import {
  conflictsOfTemplate,
  type TemplateRequest,
} from '@tandem/shared/templates/plan-from-template';
import { useState } from 'react';
import { Field } from './form-parts.tsx';

const FIELDS = [
  { name: 'evaluationStart', label: 'Evaluation starts' },
  { name: 'decision', label: 'Decision' },
  { name: 'signature', label: 'Signature target' },
  { name: 'goLive', label: 'Go-live' },
] as const;

type DateField = (typeof FIELDS)[number]['name'];
export const DATE_FIELDS: readonly DateField[] = FIELDS.map(({ name }) => name);

type DealDatesProps = Pick<TemplateRequest, 'template' | 'variant' | 'start'>;

export function DealDates(chosen: DealDatesProps) {
  const [dates, setDates] = useState<Readonly<Partial<Record<DateField, string>>>>({});
  const note = conflictNote({ ...chosen, schema: 1, ...whole(dates) });
  return (
    <fieldset className="choice">
      <legend className="form-label">Dates, as far as you know them</legend>
      <div className="form-row four">
        {FIELDS.map(({ name, label }) => (
          <Field
            key={name}
            name={name}
            label={label}
            type="date"
            onChange={(date) => setDates((before) => ({ ...before, [name]: date }))}
          />
        ))}
      </div>
      {note === undefined ? null : (
        <p role="status" className="form-note advice warn">
          {note}
        </p>
      )}
    </fieldset>
  );
}

function whole(
  dates: Readonly<Partial<Record<DateField, string>>>,
): Partial<Record<DateField, CalendarDate>> {
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => isCalendarDate(date)));
}

/** Told before the plan is made, and no reason not to make it (X16). */
function conflictNote(request: TemplateRequest): string | undefined {
  const conflict = conflictsOfTemplate(request).find(({ kind }) => kind === 'signature-too-early');
  if (conflict?.kind !== 'signature-too-early') return undefined;
  const day = new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(conflict.earliest));
  return `The usual steps need until ${day}. With this signature target the first of them begin before the evaluation does.`;
}
