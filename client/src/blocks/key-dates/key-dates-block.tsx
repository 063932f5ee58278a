/** The key dates on one line with today, each to be changed where it stands. On a phone they are a list. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { KeyDate } from '@tandem/shared/plan/plan';
import { useLayoutEffect, useRef, useState } from 'react';
import { shortDate } from '../../cells/format-date.ts';
import { TextCell } from '../../cells/text-cell.tsx';
import { useToday } from '../../cells/today.ts';
import { useCanEdit } from '../../session/can-edit.ts';
import { usePlan } from '../../session/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { KeyDateCell } from './key-date-cell.tsx';
import { KeyDateList } from './key-date-list.tsx';
import { labelWidth, type PlacedPoint, placeLabels } from './place-labels.ts';
import { type Landing, whenStepsLand } from './steps-land.ts';
import './track.css';

const LANE_PX = 44;
const SPACE_PX = 74;

export function KeyDatesBlock() {
  const keyDates = usePlan((plan) => plan.keyDates);
  const landing = usePlan(whenStepsLand, sameLanding);
  const today = useToday();
  const canEdit = useCanEdit();
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);

  const dated = keyDates.filter((keyDate) => keyDate.date !== undefined);
  const undated = keyDates.filter((keyDate) => keyDate.date === undefined);
  // Two points at one place would hide one another.
  const isOnKeyDate = dated.some(({ date }) => date === landing?.date);
  const nameOf = ({ label, date }: KeyDate): string =>
    date === landing?.date ? `${label} · steps land` : label;
  const placed = placeLabels(
    [
      ...dated.map((one) => pointOf(one.id, nameOf(one), one.date as CalendarDate, today)),
      ...(dated.length === 0 ? [] : [pointOf('today', 'Today', today, today)]),
      ...(landing && !isOnKeyDate ? [pointOf('landing', 'Steps land', landing.date, today)] : []),
    ],
    width,
  );
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));

  return (
    <section className="block block-key-dates" aria-label="Key dates">
      <div ref={frame} className="track tabular">
        {dated.length === 0 ? null : (
          <>
            <div className="track-line" />
            <div
              className="track-done"
              style={{ width: placed.find(({ id }) => id === 'today')?.x ?? 0 }}
            />
          </>
        )}
        <ul
          className="track-points"
          style={{ height: dated.length === 0 ? 0 : SPACE_PX + (lanes - 1) * LANE_PX }}
        >
          {placed.map((at) => {
            const keyDate = dated.find(({ id }) => id === at.id);
            if (keyDate)
              return <KeyDatePoint key={at.id} keyDate={keyDate} name={nameOf(keyDate)} at={at} />;
            const isToday = at.id === 'today';
            const look = isToday ? 'today' : landing?.isLate ? 'late' : 'landing';
            return (
              <FixedPoint
                key={at.id}
                label={isToday ? 'Today' : 'Steps land'}
                date={isToday ? today : (landing?.date ?? today)}
                today={today}
                at={at}
                look={look}
              />
            );
          })}
        </ul>
      </div>
      {undated.length === 0 || isOpen ? null : (
        <ul className="undated">
          {undated.map((keyDate) => (
            <li key={keyDate.id}>
              {keyDate.label} <KeyDateCell keyDate={keyDate} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? null : <Reasons keyDates={keyDates} today={today} />}
      {isOpen ? <KeyDateList /> : null}
      {canEdit || isOpen ? (
        <Button
          look="quiet"
          size="small"
          className="track-edit"
          aria-expanded={isOpen}
          onClick={() => setOpen((before) => !before)}
        >
          {isOpen ? 'Done' : 'Edit key dates'}
        </Button>
      ) : null}
    </section>
  );
}

/** Why a date is when it is, where somebody said so; for the signature target it is asked. */
function Reasons({
  keyDates,
  today,
}: {
  readonly keyDates: readonly KeyDate[];
  readonly today: CalendarDate;
}) {
  const canEdit = useCanEdit();
  const told = keyDates.filter(({ id, why }) => {
    return why !== '' || (canEdit && (id as string) === 'signature');
  });
  return told.map((keyDate) => (
    <div key={keyDate.id} className="track-why">
      <span>
        Why {keyDate.label.toLowerCase()}
        {keyDate.date ? ` on ${shortDate(keyDate.date, today)}` : ''}?{' '}
      </span>
      <TextCell
        subject={{ kind: 'key-date', id: keyDate.id, field: 'why' }}
        label={`Reason for ${keyDate.label}`}
        text={keyDate.why}
        placeholder="What happens on the buyer’s side if it is later?"
      />
    </div>
  ));
}

function pointOf(id: string, label: string, date: CalendarDate, today: CalendarDate) {
  return { id, date, width: labelWidth(label, shortDate(date, today)) };
}

function sameLanding(a: Landing | undefined, b: Landing | undefined): boolean {
  return a?.date === b?.date && a?.isLate === b?.isLate;
}

function placeOf(at: PlacedPoint): React.CSSProperties {
  return {
    '--x': `${at.x}px`,
    '--label-x': `${at.labelX}px`,
    '--drop': `${at.lane * LANE_PX}px`,
  } as React.CSSProperties;
}

interface KeyDatePointProps {
  readonly keyDate: KeyDate;
  readonly name: string;
  readonly at: PlacedPoint;
}

function KeyDatePoint({ keyDate, name, at }: KeyDatePointProps) {
  return (
    <li className="track-point" style={placeOf(at)}>
      <span className="track-dot" />
      <span className="track-label">
        <span className="track-name">{name}</span>
        <KeyDateCell keyDate={keyDate} />
      </span>
    </li>
  );
}

interface FixedPointProps {
  readonly label: string;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly at: PlacedPoint;
  readonly look: 'today' | 'late' | 'landing';
}

function FixedPoint({ label, date, today, at, look }: FixedPointProps) {
  return (
    <li className={`track-point ${look}`} style={placeOf(at)}>
      <span className="track-dot" />
      <span className="track-label">
        <span className="track-name">{label}</span>
        <time dateTime={date}>{shortDate(date, today)}</time>
        {look === 'late' ? <VisuallyHidden>, after the signature target</VisuallyHidden> : null}
      </span>
    </li>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(700);
  useLayoutEffect(() => {
    const at = element.current;
    if (at === null) return;
    setWidth(at.clientWidth);
    const observer = new ResizeObserver(() => setWidth(at.clientWidth));
    observer.observe(at);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
