import { describe, expect, test } from 'vitest';
import { forbids, readImportTable, rowOf } from '../support/import-table.ts';
import { cyclesOf, type Import, importsOf } from '../support/imports.ts';
import { isTestFile, locate, type SyntaxNode, sources, walk } from '../support/sources.ts';

const table = readImportTable();
const imports = sources.flatMap(importsOf);

function imagine(from: string, file: string | undefined, specifier = file ?? ''): Import {
  return { at: `${from}:1`, from, specifier, file };
}

describe('the import table of docs/architecture.md', () => {
  test('has a row for every source file', () => {
    const homeless = sources.filter((source) => rowOf(table, source.path) === undefined);
    expect(homeless.map((source) => source.path)).toEqual([]);
  });

  test('lists every import', () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(imports.flatMap((found) => forbids(table, found) ?? [])).toEqual([]);
  });

  test('would catch an import across a border', () => {
    const crossings = [
      imagine('client/src/api/fetch.ts', 'server/src/http/app.ts'),
      imagine('server/src/http/app.ts', 'client/src/api/fetch.ts'),
      imagine('server/src/sync/room.ts', 'server/src/storage/storage.ts'),
      imagine('shared/src/rules/rule.ts', 'shared/src/doc/layout.ts'),
      imagine('shared/src/rules/rule.ts', undefined, 'yjs'),
      imagine('server/src/storage/storage.ts', undefined, 'yjs'),
      imagine('client/src/blocks/steps.tsx', undefined, 'yjs'),
      imagine('client/src/ui/button.tsx', 'shared/src/plan/plan.ts'),
      imagine('server/src/main.ts', 'tests/support/sources.ts'),
    ];
    expect(crossings.filter((found) => forbids(table, found) === undefined)).toEqual([]);
  });
});

describe('the source files', () => {
  test('import each other in no cycle', () => {
    expect(cyclesOf(imports)).toEqual([]);
  });

  test('and a cycle would be found', () => {
    const ring = [imagine('a.ts', 'b.ts'), imagine('b.ts', 'c.ts'), imagine('c.ts', 'a.ts')];
    expect(cyclesOf(ring)).toEqual(['a.ts → b.ts → c.ts → a.ts']);
  });

  test('in shared use neither clock, chance, output nor surroundings', () => {
    const found = sources
      .filter((source) => source.path.startsWith('shared/src/') && !isTestFile(source.path))
      .flatMap((source) => {
        const places: string[] = [];
        walk(source.program, (node, parent) => {
          const name = impureName(node, parent);
          if (name !== undefined) places.push(`${locate(source, node)} uses ${name}`);
        });
        return places;
      });
    expect(found).toEqual([]);
  });
});

const impure = new Set(['Date', 'console', 'performance', 'process', 'window', 'globalThis']);

/** The forbidden global a node stands for; a field that happens to bear the name is none. */
function impureName(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.type !== 'Identifier' || typeof node.name !== 'string') return undefined;
  const isField =
    (parent?.property === node && parent.computed === false) ||
    (parent?.key === node && parent.computed === false && parent.shorthand !== true);
  if (!isField) return impure.has(node.name) ? node.name : undefined;
  const object = parent?.object as SyntaxNode | undefined;
  return node.name === 'random' && object?.name === 'Math' ? 'Math.random' : undefined;
}
