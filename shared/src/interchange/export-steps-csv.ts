/**
 * The steps as CSV after RFC 4180: commas, quotes doubled, CRLF. People, steps and workstreams by name and
 * number, never by id. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */

import type { Owner, PlanSnapshot, Step } from '../plan/plan.ts';
import { STATUS_TEXTS } from './writing/write-steps.ts';

interface Column {
  readonly heading: string;
  readonly cell: (step: Step, index: number) => string;
}

export function exportStepsCsv(plan: PlanSnapshot): string {
  const columns = columnsOf(plan);
  const rows = [
    columns.map(({ heading }) => heading),
    ...plan.steps.map((step, i) => columns.map(({ cell }) => cell(step, i))),
  ];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function columnsOf(plan: PlanSnapshot): readonly Column[] {
  const people = new Map<string, string>(
    plan.stakeholders.map(({ id, name, title }) => [id, name || title]),
  );
  const streams = new Map<string, string>(plan.workstreams.map(({ id, name }) => [id, name]));
  const numbers = new Map<string, number>(plan.steps.map(({ id }, i) => [id, i + 1]));
  const parties = { seller: plan.seller || 'Seller', buyer: plan.buyer || 'Buyer' };
  const ownerText = (owner: Owner): string => {
    const name = owner.stakeholder === undefined ? undefined : people.get(owner.stakeholder);
    const who = name || owner.label || (owner.party ? parties[owner.party] : '');
    return owner.does ? `${who} ${owner.does}` : who;
  };
  return [
    { heading: '#', cell: (_, i) => String(i + 1) },
    { heading: 'Action', cell: (step) => step.title },
    { heading: 'Owner', cell: (step) => step.owners.map(ownerText).join('; ') },
    { heading: 'Due date', cell: (step) => step.due ?? '' },
    { heading: 'Status', cell: (step) => STATUS_TEXTS[step.status] },
    { heading: 'Start', cell: (step) => step.start ?? '' },
    { heading: 'Duration (working days)', cell: (step) => numberText(step.duration) },
    { heading: 'Lead time (working days)', cell: (step) => numberText(step.leadTime) },
    {
      heading: 'After',
      cell: (step) => step.predecessors.flatMap((id) => numbers.get(id) ?? []).join(', '),
    },
    {
      heading: 'Workstream',
      cell: (step) => (step.workstream ? (streams.get(step.workstream) ?? '') : ''),
    },
    { heading: 'Type', cell: (step) => step.type },
    { heading: 'Kind', cell: (step) => step.kind },
    { heading: 'Deliverable', cell: (step) => step.deliverable },
    {
      heading: 'Approver',
      cell: (step) => (step.approver ? (people.get(step.approver) ?? '') : ''),
    },
    { heading: 'Blocked: needs', cell: (step) => blockedOf(step)?.needs ?? '' },
    { heading: 'Blocked: from', cell: (step) => fromOf(step, people) },
    { heading: 'Notes', cell: (step) => step.notes },
  ];
}

function blockedOf(step: Step): Step['blocked'] {
  return step.status === 'blocked' ? step.blocked : undefined;
}

function fromOf(step: Step, people: ReadonlyMap<string, string>): string {
  const from = blockedOf(step)?.from ?? '';
  return people.get(from) ?? from;
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Spreadsheets run what begins with these, some also behind spaces. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
