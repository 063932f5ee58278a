import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeTemplate } from './propose-template.ts';

describe('proposeTemplate', () => {
  it('proposes enterprise above the border and mid-market below it (R89)', () => {
    expect(proposeTemplate({ value: 140_000 })).toEqual({
      template: 'enterprise',
      alternatives: [],
    });
    expect(proposeTemplate({ value: 80_001 }).template).toBe('enterprise');
    expect(proposeTemplate({ value: 79_999 })).toEqual({
      template: 'mid-market',
      alternatives: [],
    });
    expect(proposeTemplate({ value: 20_000 })).toEqual({
      template: 'mid-market',
      alternatives: [],
    });
  });

  it('leaves the choice between both to the person exactly on the border', () => {
    const { template, alternatives, note } = proposeTemplate({ value: 80_000 });
    expect([template, ...alternatives]).toEqual(['enterprise', 'mid-market']);
    expect(note).toContain('you decide');
  });

  it('says that a formal plan is overkill for a small deal (R20, R21)', () => {
    for (const value of [0, 5_000, 19_999]) {
      const { template, alternatives, note } = proposeTemplate({ value });
      expect([template, ...alternatives]).toEqual(['standard', 'blank']);
      expect(note).toContain('overkill');
    }
  });

  it('proposes expansion for an expansion of any value', () => {
    for (const value of [undefined, 20_000, 80_000, 500_000]) {
      const deal = { dealType: 'expansion', ...(value === undefined ? {} : { value }) } as const;
      expect(proposeTemplate(deal)).toEqual({ template: 'expansion', alternatives: [] });
    }
    expect(proposeTemplate({ dealType: 'expansion', value: 5_000 }).note).toContain('overkill');
  });

  it('proposes the standard structure while the value is unknown', () => {
    for (const deal of [{}, { value: Number.NaN }, { value: -1 }, { dealType: 'new' as const }]) {
      expect(proposeTemplate(deal).template).toBe('standard');
      expect(proposeTemplate(deal).note).toBeUndefined();
    }
  });

  it('ignores the currency and follows the thresholds of the workspace', () => {
    const thresholds = { worthAPlan: 100, enterprise: 1_000 };
    expect(proposeTemplate({ value: 500, currency: 'JPY' }, thresholds).template).toBe(
      'mid-market',
    );
    expect(proposeTemplate({ value: 1_000 }, thresholds).alternatives).toEqual(['mid-market']);
  });

  it('never lists what it proposes among the alternatives', () => {
    fc.assert(
      fc.property(
        fc.option(fc.double(), { nil: undefined }),
        fc.constantFrom('new', 'expansion', undefined),
        (value, dealType) => {
          const { template, alternatives } = proposeTemplate({
            ...(value === undefined ? {} : { value }),
            ...(dealType === undefined ? {} : { dealType }),
          });
          expect(alternatives).not.toContain(template);
        },
      ),
    );
  });
});
