/** The status cell of a step, and for a blocked step what is needed and from whom. */

import type { BlockedCause, Step } from '../../plan/plan.ts';
import type { Cell } from '../markdown/cell.ts';
import { isNothing, isSlot } from '../words/plain-words.ts';
import { readStatus } from '../words/written-status.ts';
import type { Writable } from './desk.ts';
import { type People, personAt, personNamed } from './people.ts';
import type { Keep } from './read-step-marks.ts';

export function readStepStatus(
  cell: Cell | undefined,
  step: Writable<Step>,
  people: People,
  keep: Keep,
): void {
  if (!cell || isNothing(cell.text) || isSlot(cell.text)) return;
  const read = readStatus(cell.text);
  if (!read) {
    keep(cell, 'Status', 'This is no status that a plan knows; the step is pending.');
    return;
  }
  step.status = read.status;
  if (read.unsure) keep(cell, 'Status', 'The sign was read as Blocked.');
  if (read.rest === '') return;
  const cause = read.status === 'blocked' ? readBlockedCause(cell, people) : undefined;
  if (cause) step.blocked = cause;
  else keep(cell, 'Status', 'The status was read; the words beside it are kept.');
}

/**
 * "Blocked: needs the DPA from Priya Kapoor", "On hold - budget freeze". The words behind the status are what
 * is needed; who gives it is read only where "needs … from …" says so, or links do.
 */
export function readBlockedCause(cell: Cell, people: People): BlockedCause | undefined {
  const needs = cell.parts.find((part) => part.fragment === 'needs');
  if (needs) {
    const from = cell.parts.find((part) => part.fragment !== undefined && part !== needs);
    const who = from && (personAt(people, from.fragment) ?? from.text);
    return { needs: needs.text, ...(who === undefined ? {} : { from: who }) };
  }
  const read = readStatus(cell.text);
  const rest = read?.rest.replace(/^[:–—(-]+\s*/, '') ?? '';
  const words = /^\(.*\)$/s.test(read?.rest ?? '') ? rest.slice(0, -1) : rest;
  if (words.trim() === '') return undefined;
  const match = /^needs? (.+)$/s.exec(words);
  if (!match?.[1]) return { needs: words.replace(/^(?:waiting (?:for|on)|awaiting) /i, '') };
  const at = match[1].lastIndexOf(' from ');
  if (at < 0) return { needs: match[1] };
  const name = match[1].slice(at + ' from '.length);
  return { needs: match[1].slice(0, at), from: personNamed(people, name) ?? name };
}
