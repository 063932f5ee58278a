import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../plan/kinds.ts';
import {
  DEAL_STAGES,
  DEFAULT_STAGE,
  PRECONDITIONS,
  REASONS_TO_USE,
  stageAdvice,
} from './before-creating.ts';

describe('stageAdvice', () => {
  it('follows the stages of the source (R12–R15)', () => {
    expect(DEAL_STAGES.map((stage) => [stage, stageAdvice(stage).introduce])).toEqual([
      ['discovery', 'too-early'],
      ['post-demo', 'yes'],
      ['proposal', 'last-chance'],
      ['negotiation', 'too-late-for-full'],
    ]);
    expect(DEFAULT_STAGE).toBe('post-demo');
  });

  it('proposes the variant that fits the weeks of the deal (R16, R18, R19)', () => {
    expect(stageAdvice('post-demo')).toMatchObject({
      variant: 'full',
      dealWeeks: { first: 2, last: 3 },
    });
    expect(stageAdvice('proposal')).toMatchObject({
      variant: 'closing',
      dealWeeks: { first: 4, last: 6 },
    });
    expect(stageAdvice('negotiation')).toMatchObject({
      variant: 'last-mile',
      dealWeeks: { first: 8 },
    });
  });

  it('offers only a closing checklist at negotiation (R15)', () => {
    expect(stageAdvice('negotiation').offered).toEqual(['last-mile']);
    for (const stage of DEAL_STAGES) {
      const { variant, offered } = stageAdvice(stage);
      expect(offered[0]).toBe(variant);
      if (stage !== 'negotiation') expect([...offered].sort()).toEqual([...VARIANTS].sort());
    }
  });

  it('says so in one sentence', () => {
    for (const stage of DEAL_STAGES) expect(stageAdvice(stage).sentence).toMatch(/^[A-Z].*[^.]\.$/);
  });
});

describe('what is asked before a plan is made', () => {
  it('has the preconditions that earn the right (R23)', () => {
    expect(PRECONDITIONS.map(({ id }) => id).slice(0, 3)).toEqual([
      'discovery-completed',
      'problem-validated',
      'champion-identified',
    ]);
  });

  it('has the five reasons of the source (R24)', () => {
    expect(REASONS_TO_USE.map(({ text }) => text)).toEqual([
      'Complex sales cycles',
      'Multi-stakeholder deals',
      'Security, legal, or procurement-heavy processes',
      'Implementation or onboarding preparation',
      'Any deal where clarity and alignment matter',
    ]);
  });
});
