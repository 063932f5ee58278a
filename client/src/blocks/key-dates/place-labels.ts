/** Points on a line by their date, and labels below them that do not touch. Pure. */

import { type CalendarDate, dayNumber } from '@tandem/shared/plan/calendar-date';

export interface TrackPoint {
  readonly id: string;
  readonly date: CalendarDate;
  /** Of its label, in pixels. */
  readonly width: number;
}

export interface PlacedPoint {
  readonly id: string;
  /** Of the dot, in pixels from the left. */
  readonly x: number;
  /** Of the label's middle. */
  readonly labelX: number;
  /** 0 is right below the line; a label that would touch another goes one lower. */
  readonly lane: number;
}

const GAP = 12;

export function placeLabels(points: readonly TrackPoint[], width: number): PlacedPoint[] {
  const sorted = [...points].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const days = dayNumber(last.date) - dayNumber(first.date);
  // The outer labels stay inside, as far as there is room, and their dots with them.
  const left = Math.min(first.width / 2, width / 4);
  const right = width - Math.min(last.width / 2, width / 4);
  const ends: number[] = [];
  return sorted.map((point) => {
    const share = days === 0 ? 0.5 : (dayNumber(point.date) - dayNumber(first.date)) / days;
    const x = left + share * (right - left);
    const half = point.width / 2;
    const labelX = Math.min(Math.max(x, half), Math.max(width - half, half));
    let lane = ends.findIndex((end) => end + GAP <= labelX - half);
    if (lane < 0) lane = ends.length;
    ends[lane] = labelX + half;
    return { id: point.id, x, labelX, lane };
  });
}

/** About how wide a label is, without asking the page. */
export function labelWidth(label: string, date: string): number {
  return Math.max(label.length * 6.3, date.length * 7.2) + 10;
}
