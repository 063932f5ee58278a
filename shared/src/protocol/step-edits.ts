/** The edits of steps, as programs send them. */

import { z } from 'zod';
import type { StakeholderId, StepId, WorkstreamId } from '../plan/ids.ts';
import { STEP_KINDS, STEP_STATUSES, STEP_TYPES } from '../plan/kinds.ts';
import {
  after,
  cause,
  edit,
  explained,
  maybeDate,
  maybeOwners,
  maybeText,
  owners,
  text,
} from './edit-fields.ts';
import { assumptions, blocked, branded, confirmation, date, weeks } from './fields.ts';

const step = branded<StepId>();
const stakeholder = branded<StakeholderId>();
const workstream = branded<WorkstreamId>();
const stepType = z.enum(STEP_TYPES);
const steps = z.array(step);
const maybeDays = z.number().nullable().exactOptional();

const stepBirth = {
  step: step.exactOptional(),
  title: text,
  ...after(step),
  stepType: stepType.exactOptional(),
  kind: z.enum(STEP_KINDS).exactOptional(),
  workstream: workstream.nullable().exactOptional(),
  owners: maybeOwners,
  start: maybeDate,
  due: maybeDate,
  duration: maybeDays,
  leadTime: maybeDays,
  predecessors: steps.exactOptional(),
  status: z.enum(STEP_STATUSES).exactOptional(),
  blocked: blocked.exactOptional(),
  deliverable: maybeText,
  notes: maybeText,
  optional: z.boolean().exactOptional(),
  pinned: z.boolean().exactOptional(),
  pinnedWhy: maybeText,
  approver: stakeholder.nullable().exactOptional(),
  weeks: weeks.nullable().exactOptional(),
  assumptions: assumptions.exactOptional(),
};
const stepStatus = { status: z.enum(STEP_STATUSES), blocked: blocked.exactOptional() };
const moves = z.array(z.object({ step, due: date, start: date.exactOptional() }));

export const stepEdits = [
  edit('step/add', stepBirth),
  edit('step/set-title', { step, title: text }),
  edit('step/set-text', { step, field: z.enum(['title', 'deliverable', 'notes']), text }),
  edit('step/set-type', { step, stepType }),
  edit('step/set-kind', { step, kind: z.enum(STEP_KINDS) }),
  edit('step/set-workstream', { step, workstream: workstream.nullable() }),
  edit('step/set-owners', { step, owners, ...explained }),
  edit('step/set-due', { step, due: date.nullable(), ...explained }),
  edit('step/set-start', { step, start: date.nullable(), ...explained }),
  edit('step/set-duration', { step, days: z.number().nullable() }),
  edit('step/set-lead-time', { step, days: z.number().nullable() }),
  edit('step/set-status', { step, ...stepStatus, ...explained }),
  edit('step/set-predecessors', { step, predecessors: steps }),
  edit('step/set-optional', { step, optional: z.boolean() }),
  edit('step/set-pinned', { step, pinned: z.boolean(), why: maybeText }),
  edit('step/set-approver', { step, approver: stakeholder.nullable() }),
  edit('step/set-weeks', { step, weeks: weeks.nullable() }),
  edit('step/set-assumptions', { step, assumptions }),
  edit('step/confirm', { step, confirmed: confirmation.nullable() }),
  edit('step/move', { step, ...after(step), workstream: workstream.nullable().exactOptional() }),
  edit('step/remove', { step }),
  edit('step/bring-back', { step }),
  edit('steps/shift', { moves, reason: text, cause: cause.exactOptional() }),
] as const;
