/** Reading single fields out of untrusted Yjs maps: a wrong value is a problem and missing, never a throw. */

import * as Y from 'yjs';
import { type CalendarDate, parseCalendarDate } from '../plan/calendar-date.ts';
import { type EditId, isId, type OwnerId, type StakeholderId } from '../plan/ids.ts';
import { isOneOf, PARTIES } from '../plan/kinds.ts';
import type { Owner, Subject } from '../plan/plan.ts';
import type { Problem } from './problem.ts';
import { textOf } from './text-of.ts';

/** Working days that a field may hold: about twenty years. */
const MOST_DAYS = 5_000;

/** One row (or root) being read, with where its problems go. */
export class FieldReader {
  readonly #map: Y.Map<unknown>;
  readonly #subject: Subject;
  readonly problems: Problem[] = [];

  constructor(map: Y.Map<unknown>, subject: Subject) {
    this.#map = map;
    this.#subject = subject;
  }

  problem(field: string, message: string): undefined {
    this.problems.push({ subject: { ...this.#subject, field }, message });
    return undefined;
  }

  text(field: string): string {
    const value = this.#map.get(field);
    if (value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement)) return textOf(value);
    this.problem(field, `${field} is no text`);
    return '';
  }

  /** A plain value that `accept` recognises; absent and null are missing without a problem. */
  plain<T>(field: string, accept: (value: unknown) => value is T): T | undefined {
    const value = this.#map.get(field);
    if (value === undefined || value === null) return undefined;
    return accept(value) ? value : this.problem(field, `${field} holds an unknown value`);
  }

  oneOf<const T extends string>(field: string, list: readonly T[]): T | undefined {
    return this.plain(field, (value): value is T => isOneOf(list, value));
  }

  string(field: string): string | undefined {
    return this.plain(field, (value): value is string => typeof value === 'string');
  }

  flag(field: string): boolean {
    return this.plain(field, (value): value is boolean => typeof value === 'boolean') ?? false;
  }

  id<Id extends string>(field: string): Id | undefined {
    return this.plain(field, (value): value is Id => isId(value));
  }

  days(field: string): number | undefined {
    return this.plain(field, isDayCount);
  }

  explained(field: string): { v: unknown; edit?: EditId; reason?: string } | undefined {
    const value = this.#map.get(field);
    if (value === undefined || value === null) return undefined;
    if (!isRecord(value) || !('v' in value))
      return this.problem(field, `${field} holds an unknown value`);
    return {
      v: value.v,
      ...(isId(value.edit) ? { edit: value.edit as EditId } : {}),
      ...(typeof value.reason === 'string' && value.reason !== '' ? { reason: value.reason } : {}),
    };
  }

  date(field: string): { date?: CalendarDate; edit?: EditId; reason?: string } {
    const value = this.explained(field);
    if (value === undefined) return {};
    const { v, ...rest } = value;
    if (v === null || v === undefined) return rest;
    const date = parseCalendarDate(v);
    if (date === undefined) this.problem(field, `${field} is no date`);
    return date === undefined ? {} : { date, ...rest };
  }

  /** The ids of a set that are in. They come sorted, as a map has no order of its own. */
  set<Id extends string>(field: string): Id[] {
    return this.entries(field)
      .filter(([, value]) => value === true)
      .map(([id]) => id as Id)
      .sort();
  }

  /** All entries of a nested map, sorted by key. */
  entries(field: string): [string, unknown][] {
    const value = this.#map.get(field);
    if (!(value instanceof Y.Map)) {
      this.problem(field, `${field} is no set`);
      return [];
    }
    return [...(value as Y.Map<unknown>).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  owners(): Owner[] {
    const found: { owner: Owner; at: number }[] = [];
    for (const [id, entry] of this.entries('owners')) {
      const v = isRecord(entry) ? entry.v : undefined;
      if (v === false) continue;
      const owner = isId(id) && isRecord(v) ? ownerOf(id as OwnerId, v) : undefined;
      if (!owner || !isRecord(v)) {
        this.problem('owners', 'an owner holds an unknown value');
        continue;
      }
      found.push({ owner, at: typeof v.n === 'number' && Number.isFinite(v.n) ? v.n : 0 });
    }
    found.sort((a, b) => a.at - b.at || (a.owner.id < b.owner.id ? -1 : 1));
    return found.map(({ owner }) => owner);
  }
}

function ownerOf(id: OwnerId, v: Record<string, unknown>): Owner | undefined {
  const { stakeholder, party, label, does } = v;
  const owner: Owner = {
    id,
    ...(isId(stakeholder) ? { stakeholder: stakeholder as StakeholderId } : {}),
    ...(isOneOf(PARTIES, party) ? { party } : {}),
    ...(typeof label === 'string' && label !== '' ? { label } : {}),
    ...(typeof does === 'string' && does !== '' ? { does } : {}),
  };
  return owner.stakeholder || owner.party || owner.label !== undefined ? owner : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

export function isDayCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DAYS;
}
