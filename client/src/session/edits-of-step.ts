import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';

/** The edits that give one field of a step the value that it has in `plan`. */
export function editsOfStep(plan: PlanSnapshot, id: string, field: string): PlanEdit[] | undefined {
  const row = plan.steps.find((one) => one.id === id);
  if (row === undefined) return undefined;
  const step = row.id;
  const why = row.dueReason === undefined ? {} : { reason: row.dueReason };
  switch (field) {
    case 'title':
    case 'deliverable':
    case 'notes':
      return [{ type: 'step/set-text', step, field, text: row[field] }];
    case 'type':
      return [{ type: 'step/set-type', step, stepType: row.type }];
    case 'kind':
      return [{ type: 'step/set-kind', step, kind: row.kind }];
    case 'workstream':
      return [{ type: 'step/set-workstream', step, workstream: row.workstream ?? null }];
    case 'owners':
      return [{ type: 'step/set-owners', step, owners: row.owners }];
    case 'start':
      return [{ type: 'step/set-start', step, start: row.start ?? null }];
    case 'due':
    case 'dueReason':
      return [{ type: 'step/set-due', step, due: row.due ?? null, ...why }];
    case 'duration':
      return [{ type: 'step/set-duration', step, days: row.duration ?? null }];
    case 'leadTime':
      return [{ type: 'step/set-lead-time', step, days: row.leadTime ?? null }];
    case 'predecessors':
      return [{ type: 'step/set-predecessors', step, predecessors: row.predecessors }];
    case 'status':
    case 'blocked':
      return [
        {
          type: 'step/set-status',
          step,
          status: row.status,
          ...(row.blocked ? { blocked: row.blocked } : {}),
        },
      ];
    case 'optional':
      return [{ type: 'step/set-optional', step, optional: row.optional }];
    case 'pinned':
    case 'pinnedWhy':
      return [
        {
          type: 'step/set-pinned',
          step,
          pinned: row.pinned,
          ...(row.pinnedWhy === undefined ? {} : { why: row.pinnedWhy }),
        },
      ];
    case 'approver':
      return [{ type: 'step/set-approver', step, approver: row.approver ?? null }];
    case 'weeks':
      return [{ type: 'step/set-weeks', step, weeks: row.weeks ?? null }];
    case 'assumptions':
      return [{ type: 'step/set-assumptions', step, assumptions: row.assumptions }];
    case 'confirmed':
      return [{ type: 'step/confirm', step, confirmed: row.confirmed ?? null }];
    default:
      return undefined;
  }
}
