import { expect, test } from 'vitest';
import { sources } from '../support/sources.ts';

const never = 400;
const explained = 250;

const lengths = sources.map((source) => ({
  path: source.path,
  lines: source.code.trimEnd().split('\n').length,
  isExplained: /^\s*(\/\/|\*|\/\*\*?) Long on purpose: /m.test(source.code),
}));

test(`no file is over ${never} lines`, () => {
  const long = lengths.filter((file) => file.lines > never);
  expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);

  for (const file of lengths) {
    if (file.lines <= explained || file.isExplained) continue;
    console.info(`note: ${file.path} has ${file.lines} lines and no "Long on purpose: …" comment`);
  }
});
