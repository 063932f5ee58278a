import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestCriterionType } from './criterion-type.ts';
import { CRITERION_TYPES } from './kinds.ts';

/** Words that the wordings know, brackets, accents, a lone surrogate. */
const texts = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'pilot',
        'review',
        'É',
        'e\u0301',
        'ø',
        '(',
        ']',
        '\ud800',
        '\n',
        'legal',
        '%',
      ),
    ),
  )
  .map((parts) => parts.join(' '));

describe('suggestCriterionType', () => {
  it.each([
    ['Integration with our Salesforce instance works in our environment', 'technical'],
    ['Reply rates improve by 30% in the pilot', 'performance'],
    ['Payback period under 6 months', 'roi'],
    ['Our SDR team can learn it in under a week', 'usability'],
    ['Passes our security review with no critical findings', 'security'],
    ['VP Sales and IT both approve', 'stakeholder'],
    ['Quotes flow into our Salesforce sandbox without manual entry', 'technical'],
    ['Turnaround under two days for 80% of quotes in the pilot', 'performance'],
    ['ROI payback under 6 months', 'roi'],
    ['Dwell time for Oslo within 5% of the manual count', 'performance'],
    ['Weekly report in under 10 minutes', 'performance'],
    ['Saves $200K a year', 'roi'],
    ['Operators like it', 'other'],
    ['', 'other'],
  ] as const)('reads "%s" as %s', (text, type) => {
    expect(suggestCriterionType(text)).toBe(type);
  });

  it('gives a type for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(CRITERION_TYPES).toContain(suggestCriterionType(text));
      }),
    );
  });
});
