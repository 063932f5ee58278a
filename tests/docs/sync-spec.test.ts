import { expect, test } from 'vitest';
import { isTestFile, readText, sources, walk } from '../support/sources.ts';

/** A rule begins its line, its list item, its heading or its table row: `- **S1** a plan has …`. */
const rulesInSpec = [
  ...readText('docs/sync-spec.md').matchAll(
    /^(?:[-*] |#{2,6} |\| *)?\**([A-Z]\d+)\**(?=[\s.:|])/gm,
  ),
].flatMap((match) => match[1] ?? []);

/** The rules that a test's title names: `[W3] an entry commits with its update`. */
function rulesIn(title: string): string[] {
  const lead = /^(?:\[[A-Z]\d+\]\s*)+/.exec(title)?.[0] ?? '';
  return [...lead.matchAll(/\[([A-Z]\d+)\]/g)].flatMap((match) => match[1] ?? []);
}

function rulesCitedInTests(): Set<string> {
  const cited = new Set<string>();
  for (const source of sources.filter(({ path }) => isTestFile(path))) {
    walk(source.program, (node) => {
      const text = node.type === 'TemplateElement' ? readRaw(node.value) : node.value;
      if (typeof text === 'string') for (const rule of rulesIn(text)) cited.add(rule);
    });
  }
  return cited;
}

function readRaw(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'raw' in value ? value.raw : undefined;
}

test('no rule number of docs/sync-spec.md is used twice', () => {
  expect(rulesInSpec.filter((rule, index) => rulesInSpec.indexOf(rule) !== index)).toEqual([]);
});

test.runIf(rulesInSpec.length > 0)('every rule of docs/sync-spec.md has a test', () => {
  const cited = rulesCitedInTests();
  expect(rulesInSpec.filter((rule) => !cited.has(rule))).toEqual([]);
});

test.runIf(rulesInSpec.length > 0)('every rule that a test names is in docs/sync-spec.md', () => {
  const known = new Set(rulesInSpec);
  expect([...rulesCitedInTests()].filter((rule) => !known.has(rule))).toEqual([]);
});
