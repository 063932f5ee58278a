/** Reading and setting the text of a cell by its subject. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import { GOAL_FIELDS, isOneOf } from '@tandem/shared/plan/kinds';
import { LIST_OF, type PlanSnapshot, type Subject } from '@tandem/shared/plan/plan';

export function textAt(plan: PlanSnapshot, subject: Subject): string {
  const { kind, id, field } = subject;
  if (field === undefined || kind === 'narrative') return '';
  const holder: unknown =
    kind === 'plan'
      ? plan
      : kind === 'goal'
        ? plan.goal
        : plan[LIST_OF[kind]].find((row) => row.id === id);
  const text = (holder as Readonly<Record<string, unknown>> | undefined)?.[field];
  return typeof text === 'string' ? text : '';
}

/** The edit that makes a text cell read `text`; nothing for what is no text cell. */
export function textEdit({ kind, id, field }: Subject, text: string): PlanEdit | undefined {
  if (field === undefined) return undefined;
  switch (kind) {
    case 'goal':
      return isOneOf(GOAL_FIELDS, field) ? { type: 'goal/set-text', field, text } : undefined;
    case 'step':
      return isOneOf(['title', 'deliverable', 'notes'], field)
        ? { type: 'step/set-text', step: id as never, field, text }
        : undefined;
    case 'key-date':
      return isOneOf(['label', 'why'], field)
        ? { type: 'key-date/set-text', keyDate: id as never, field, text }
        : undefined;
    case 'plan':
      return { type: 'plan/set', [field]: text };
    case 'stakeholder':
      return { type: 'stakeholder/set', stakeholder: id as never, [field]: text };
    case 'criterion':
      return { type: 'criterion/set', criterion: id as never, [field]: text };
    case 'risk':
      return { type: 'risk/set', risk: id as never, [field]: text };
    case 'resource':
      return { type: 'resource/set', resource: id as never, [field]: text };
    case 'requirement':
      return { type: 'requirement/set', requirement: id as never, [field]: text };
    case 'workstream':
      return { type: 'workstream/set', workstream: id as never, [field]: text };
    case 'glossary-entry':
      return { type: 'glossary-entry/set', entry: id as never, [field]: text };
    default:
      return undefined;
  }
}
