import type { Import } from './imports.ts';
import { isTestFile, readText } from './sources.ts';

/** One line of the table "Who may import whom" in docs/architecture.md. */
export interface TableRow {
  readonly place: string;
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

const heading = '## Who may import whom';

/** Beside what the table grants: what every test may use, wherever it lies. */
const packagesOfTests = ['vitest', 'fast-check', 'node:*'];

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);
}

export function readImportTable(): TableRow[] {
  const section = readText('docs/architecture.md').split(heading)[1]?.split(/^## /m)[0] ?? '';
  const lines = section.split('\n').filter((line) => /^\| `/.test(line));
  return lines.flatMap((line) => {
    const [, place = '', ours = '', packages = ''] = line.split('|');
    const [name] = namesIn(place);
    return name === undefined
      ? []
      : [{ place: name, ours: namesIn(ours), packages: namesIn(packages) }];
  });
}

function isInside(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The row that governs a file: the one with the longest matching place. */
export function rowOf(table: readonly TableRow[], path: string): TableRow | undefined {
  return table
    .filter((row) => isInside(path, row.place))
    .sort((a, b) => b.place.length - a.place.length)[0];
}

function matches(pattern: string, specifier: string): boolean {
  if (pattern === '*') return true;
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1));
  return isInside(specifier, pattern);
}

/** Why the table forbids an import, or undefined where it allows it. */
export function forbids(table: readonly TableRow[], found: Import): string | undefined {
  const row = rowOf(table, found.from);
  if (row === undefined) return `${found.at} lies in no folder of the table`;
  if (found.file === undefined) {
    const allowed = isTestFile(found.from) ? [...row.packages, ...packagesOfTests] : row.packages;
    const isAllowed = allowed.some((pattern) => matches(pattern, found.specifier));
    return isAllowed ? undefined : `${found.at}: ${row.place} may not import ${found.specifier}`;
  }
  const file = found.file;
  const target = rowOf(table, file);
  const isAllowed =
    target?.place === row.place || row.ours.some((place) => place === '*' || isInside(file, place));
  return isAllowed ? undefined : `${found.at}: ${row.place} may not import ${file}`;
}
