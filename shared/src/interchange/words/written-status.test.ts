import { describe, expect, it } from 'vitest';
import { readRequirementState, readResult, readStatus } from './written-status.ts';

describe('a status', () => {
  it.each([
    ['Pending', 'pending'],
    ['Not started', 'pending'],
    ['TODO', 'pending'],
    ['To do', 'pending'],
    ['⬜', 'pending'],
    ['ikke startet', 'pending'],
    ['nicht begonnen', 'pending'],
    ['à faire', 'pending'],
    ['Pendiente', 'pending'],
    ['In progress', 'in-progress'],
    ['In Progress', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['WIP', 'in-progress'],
    ['🟡', 'in-progress'],
    ['🟡 ongoing', 'in-progress'],
    ['En cours', 'in-progress'],
    ['Pågår', 'in-progress'],
    ['in Arbeit', 'in-progress'],
    ['50%', 'in-progress'],
    ['Complete', 'complete'],
    ['✅ Done', 'complete'],
    ['Done ✅', 'complete'],
    ['✅', 'complete'],
    ['✔', 'complete'],
    ['✔️', 'complete'],
    ['✓', 'complete'],
    ['erledigt', 'complete'],
    ['Terminé', 'complete'],
    ['hecho', 'complete'],
    ['Fullført', 'complete'],
    ['100 %', 'complete'],
    ['0%', 'pending'],
    ['Blocked', 'blocked'],
    ['❌', 'blocked'],
    ['On hold', 'blocked'],
    ['❌ Not started', 'pending'],
    ['på vent', 'blocked'],
    ['blockiert', 'blocked'],
  ] as const)('reads %s', (text, status) => {
    expect(readStatus(text)).toMatchObject({ status, rest: '' });
  });

  it.each(['', 'Cancelled', 'New York', 'at risk', '🚀', 'Q2', '7'])(
    'does not know "%s"',
    (text) => {
      expect(readStatus(text)).toBeUndefined();
    },
  );

  it('keeps the words behind it', () => {
    expect(readStatus('Done (8 March)')).toMatchObject({ status: 'complete', rest: '(8 March)' });
    expect(readStatus('Blocked: needs the DPA')).toMatchObject({ rest: ': needs the DPA' });
  });

  it('says where a sign alone was taken for a word', () => {
    expect(readStatus('❌')?.unsure).toBe(true);
    expect(readStatus('❌ Blocked')?.unsure).toBe(false);
    expect(readStatus('✅')?.unsure).toBe(false);
  });
});

describe('a result', () => {
  it.each([
    ['Pass', 'pass'],
    ['✅', 'pass'],
    ['Done', 'pass'],
    ['met', 'pass'],
    ['Fail', 'fail'],
    ['❌', 'fail'],
    ['not met', 'fail'],
    ['Open', 'open'],
    ['Not tested', 'open'],
    ['perhaps', undefined],
    ['Blocked', undefined],
  ] as const)('reads %s', (text, result) => {
    expect(readResult(text)).toBe(result);
  });

  it('is the state of a requirement', () => {
    expect(readRequirementState('Not met')).toBe('not-met');
    expect(readRequirementState('ok')).toBe('met');
    expect(readRequirementState('?')).toBeUndefined();
  });
});
