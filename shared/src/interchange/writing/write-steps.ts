/** The steps table: the template's five columns, and others only where a step needs them. */

import type { PlanSnapshot, Step } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { suggestStepType } from '../../plan/step-type.ts';
import { plainCell } from '../markdown/cell.ts';
import { escapeCell, fragmentLink } from '../markdown/escape-text.ts';
import { readBlockedCause } from '../reading/read-step-status.ts';
import { isNothing } from '../words/plain-words.ts';
import { isOptionalTitle } from '../words/step-words.ts';
import { weekWindowText, workingDaysText } from '../words/time-spans.ts';
import { personLink, personText, type References, writeOwners } from './write-owners.ts';
import { type Column, writeTable } from './write-table.ts';
import { workstreamNames } from './write-workstreams.ts';

export const STATUS_TEXTS = {
  pending: 'Pending',
  'in-progress': 'In Progress',
  complete: 'Complete',
  blocked: 'Blocked',
} as const;

export function writeSteps(plan: PlanSnapshot, to: References): string {
  return writeTable([...templateColumns(to), ...otherColumns(plan, to)], plan.steps);
}

function templateColumns(to: References): readonly Column<Step>[] {
  return [
    { heading: '#', cell: (_, i) => String(i + 1) },
    { heading: 'Action', cell: (step) => escapeCell(step.title) },
    { heading: 'Owner', cell: (step) => writeOwners(step.owners, to) },
    { heading: 'Due date', cell: (step) => step.due ?? '[date]' },
    { heading: 'Status', cell: (step) => statusCell(step, to) },
  ];
}

function otherColumns(plan: PlanSnapshot, to: References): readonly Column<Step>[] {
  const names = workstreamNames(plan);
  const workstream = (step: Step): string => (step.workstream && names.get(step.workstream)) ?? '';
  return [
    column('Workstream', (step) => escapeCell(workstream(step))),
    column('Type', (step) =>
      step.type === suggestStepType(step.title) ? '' : step.type.replaceAll('-', ' '),
    ),
    column('Kind', (step) => (step.kind === 'task' ? '' : step.kind)),
    column('Start', (step) => step.start ?? ''),
    column('Duration', (step) =>
      step.duration === undefined ? '' : workingDaysText(step.duration),
    ),
    column('Lead time', (step) =>
      step.leadTime === undefined ? '' : workingDaysText(step.leadTime),
    ),
    column('After', (step) =>
      step.predecessors.flatMap((id) => to.numbers.get(id) ?? []).join(', '),
    ),
    column('Typical timing', (step) =>
      step.weeks === undefined ? '' : weekWindowText(step.weeks),
    ),
    column('Deliverable', (step) => escapeCell(step.deliverable)),
    column('Approver', (step) => approverCell(step, to)),
    column('Optional', (step) =>
      step.optional === isOptionalTitle(step.title) ? '' : step.optional ? 'yes' : 'no',
    ),
    column('Pinned', pinnedCell),
    column('Date reason', (step) => escapeCell(step.dueReason ?? '')),
    column('Assumed', (step) =>
      step.assumptions.map((field) => (field === 'leadTime' ? 'lead time' : field)).join(', '),
    ),
    column('Notes', (step) => escapeCell(step.notes)),
  ];
}

function column(heading: string, cell: (step: Step) => string): Column<Step> {
  return { heading, cell, needed: (step) => cell(step) !== '' };
}

function approverCell(step: Step, to: References): string {
  if (step.approver === undefined || !to.rowOf.has(step.approver)) return '';
  const name = personText(step.approver, to);
  const says = name !== undefined && !isNothing(name);
  return says ? escapeCell(name) : personLink(step.approver, to).replaceAll('|', '\\|');
}

function pinnedCell(step: Step): string {
  if (!step.pinned) return '';
  return step.pinnedWhy ? `yes: ${escapeCell(step.pinnedWhy)}` : 'yes';
}

/** "Blocked: needs the DPA from Priya Kapoor", as long as that reads back as the same cause. */
function statusCell(step: Step, to: References): string {
  const status = STATUS_TEXTS[step.status];
  if (step.status !== 'blocked' || !step.blocked) return status;
  const { needs, from } = step.blocked;
  const person = from === undefined ? undefined : to.people.rows.find((row) => row.id === from)?.id;
  const who = person === undefined ? from : personText(person, to);
  if (from === undefined || who !== undefined) {
    const plain = `${status}: needs ${needs}${who === undefined ? '' : ` from ${who}`}`;
    if (samePlain(readBlockedCause(plainCell(plain), to.people), step.blocked))
      return escapeCell(plain);
  }
  const needed = `${status}: needs ${fragmentLink(needs, 'needs')}`;
  const giver = person === undefined ? fragmentLink(from ?? '', 'from') : personLink(person, to);
  return (from === undefined ? needed : `${needed} from ${giver}`).replaceAll('|', '\\|');
}
