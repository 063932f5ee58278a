import { applyEdit, applyEdits } from '@tandem/shared/doc/apply-edit';
import { rootMap } from '@tandem/shared/doc/layout';
import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { KeyDateId, StakeholderId, StepId } from '@tandem/shared/plan/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { seededChance } from '../support/seeded.ts';
import { date, smallPlan, step } from '../support/small-plan.ts';

const security = 'security' as StepId;

function seeded(plan = smallPlan()): Y.Doc {
  const doc = new Y.Doc();
  seedPlan(doc, plan, 'template', seededChance(1));
  return doc;
}

describe('edits', () => {
  it('a refused edit changes nothing and says why', () => {
    const doc = seeded();
    const before = Y.encodeStateAsUpdate(doc);
    const bad: PlanEdit[] = [
      { type: 'step/set-due', step: 'nobody' as StepId, due: date('2027-03-03') },
      { type: 'step/set-due', step: security, due: '2027-02-30' as CalendarDate },
      { type: 'step/set-predecessors', step: security, predecessors: [security] },
      { type: 'step/set-predecessors', step: security, predecessors: ['x' as StepId] },
      { type: 'step/set-duration', step: security, days: -1 },
      { type: 'step/set-owners', step: security, owners: [{}] },
      { type: 'step/set-owners', step: security, owners: [{ stakeholder: 'x' as StakeholderId }] },
      { type: 'step/add', step: security, title: 'again' },
      { type: 'step/add', step: 'a:b' as StepId, title: 'odd id' },
      { type: 'step/move', step: security, after: security },
      {
        type: 'steps/shift',
        moves: [
          { step: security, due: date('2027-03-03') },
          { step: 'x' as StepId, due: date('2027-03-03') },
        ],
        reason: 'r',
      },
      { type: 'key-date/remove', keyDate: 'signature' as KeyDateId },
      { type: 'plan/set', currency: 'dollars' },
      { type: 'goal/set-text', field: 'problem', text: 'x'.repeat(100_001) },
    ];
    for (const edit of bad) {
      const outcome = applyEdit(doc, edit, { chance: seededChance(3) });
      expect(outcome.kind, JSON.stringify(edit).slice(0, 120)).toBe('refused');
    }
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('an edit that says what is already there writes nothing', () => {
    const doc = seeded();
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const { plan } = readPlan(doc);
    const same: PlanEdit[] = [
      { type: 'step/set-due', step: security, due: date('2027-03-03') },
      { type: 'step/set-title', step: security, title: 'Security review' },
      { type: 'step/set-owners', step: security, owners: plan.steps[1]?.owners ?? [] },
      {
        type: 'step/set-status',
        step: security,
        status: 'blocked',
        blocked: { needs: 'the questionnaire', from: 'priya' },
      },
      { type: 'step/bring-back', step: security },
      { type: 'plan/set', seller: 'Acme', weekend: [6, 7] },
      {
        type: 'plan/set-holiday',
        party: 'seller',
        date: date('2027-05-17'),
        name: 'Constitution Day',
      },
    ];
    for (const edit of same)
      expect(applyEdit(doc, edit, { chance: seededChance(3) }).kind).toBe('applied');
    expect(updates).toBe(0);
  });

  it('the unchanged date with a reason explains the last move', () => {
    const doc = seeded();
    applyEdit(
      doc,
      {
        type: 'step/set-due',
        step: security,
        due: date('2027-03-03'),
        reason: 'the queue is six weeks',
      },
      { chance: seededChance(3) },
    );
    expect(readPlan(doc).plan.steps[1]).toMatchObject({
      due: '2027-03-03',
      dueReason: 'the queue is six weeks',
    });
  });

  it('all writes of one edit share one edit id, in one transaction', () => {
    const doc = seeded();
    let transactions = 0;
    doc.on('afterTransaction', () => {
      transactions += 1;
    });
    applyEdit(
      doc,
      {
        type: 'steps/shift',
        moves: [
          { step: security, due: date('2027-03-24') },
          { step: 'redlines' as StepId, due: date('2027-04-09') },
        ],
        reason: 'queue',
        cause: 'cascade:e1',
      },
      { chance: seededChance(3) },
    );
    const [, a, b] = readPlan(doc).plan.steps;
    expect(a?.dueEdit).toBe(b?.dueEdit);
    expect(transactions).toBe(1);
    expect((rootMap(doc, 'steps').get('redlines') as Y.Map<unknown>).get('due')).toMatchObject({
      reason: 'queue',
      cause: 'cascade:e1',
    });
  });

  it('several edits see each other, and a refusal names the one at fault', () => {
    const doc = seeded();
    const added: PlanEdit = {
      type: 'step/add',
      step: 'n1' as StepId,
      title: 'Budget committee',
      after: security,
    };
    const dated: PlanEdit = { type: 'step/set-due', step: 'n1' as StepId, due: date('2027-04-01') };
    expect(applyEdits(doc, [added, dated], { chance: seededChance(3) }).kind).toBe('applied');
    expect(readPlan(doc).plan.steps.map(({ id }) => id)).toEqual([
      'deep-dive',
      'security',
      'n1',
      'redlines',
    ]);
    const outcome = applyEdits(doc, [dated, { ...dated, step: 'x' as StepId }], {
      chance: seededChance(3),
    });
    expect(outcome).toMatchObject({ kind: 'refused', index: 1, code: 'unknown-id' });
  });

  it('moving one row of many by keyboard writes one key', () => {
    const steps = Array.from({ length: 50 }, (_, i) => step(`s${i}`));
    const doc = seeded(smallPlan({ steps }));
    const keys: string[] = [];
    rootMap(doc, 'steps').observeDeep((events) => {
      for (const event of events)
        keys.push(`${event.path.join('.')}:${[...event.keys.keys()].join(',')}`);
    });
    applyEdit(
      doc,
      { type: 'step/move', step: 's10' as StepId, after: 's40' as StepId },
      { chance: seededChance(3) },
    );
    expect(keys).toEqual(['s10:order']);
    const ids = readPlan(doc).plan.steps.map(({ id }) => id);
    expect(ids.slice(39, 42)).toEqual(['s40', 's10', 's41']);
  });
});
