import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isNode, locate, root, type Source, type SyntaxNode, walk } from './sources.ts';

export interface Import {
  readonly at: string;
  readonly from: string;
  readonly specifier: string;
  /** The file that is imported, if it is one of ours. */
  readonly file: string | undefined;
}

const withSource = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function specifierOf(node: SyntaxNode): string | undefined {
  // A file that is started as a worker is imported, whatever the syntax says.
  const isUrl = node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'URL';
  const first: unknown = isUrl && Array.isArray(node.arguments) ? node.arguments[0] : undefined;
  const source = withSource.has(node.type) ? (node.source ?? node.argument) : first;
  const literal = isNode(source) && isNode(source.literal) ? source.literal : source;
  if (!isNode(literal) || typeof literal.value !== 'string') return undefined;
  return isUrl && !literal.value.startsWith('.') ? undefined : literal.value;
}

function fileOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  }
  const own = /^@tandem\/(\w+)\/(.+)$/.exec(specifier);
  if (own === null) return undefined;
  const path = `${own[1]}/src/${own[2]}`;
  return [`${path}.ts`, `${path}.tsx`].find((file) => existsSync(join(root, file))) ?? `${path}.ts`;
}

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source.program, (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    const file = fileOf(source.path, specifier);
    found.push({ at: locate(source, node), from: source.path, specifier, file });
  });
  return found;
}

/** Every group of files that import each other in a ring, as one readable chain. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, file } of imports) {
    if (file === undefined) continue;
    edges.set(from, (edges.get(from) ?? new Set()).add(file));
  }
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push([...trail.slice(start), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return cycles;
}
