import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync } from 'vite';

/** What the documentation tests read: the project's own files and their syntax trees. */

export const root = join(import.meta.dirname, '../..');

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface Source {
  /** From the root, with slashes: `shared/src/plan/plan.ts`. */
  readonly path: string;
  readonly code: string;
  readonly program: SyntaxNode;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function filesUnder(folders: readonly string[], extensions: string): string[] {
  const patterns = folders.map((folder) => `${folder}/**/*.${extensions}`);
  return globSync(patterns, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !/(^|\/)(node_modules|dist|dist-types|artefacts)\//.test(path))
    .sort();
}

export function isTestFile(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path);
}

function parse(path: string): Source {
  const code = readText(path);
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const node: unknown = program;
  if (!isNode(node)) throw new Error(`${path}: the parser returned no syntax tree`);
  return { path, code, program: node };
}

export const sources: readonly Source[] = filesUnder(
  ['shared/src', 'server/src', 'client/src', 'tests'],
  '{ts,tsx}',
).map(parse);

/** Calls `visit` with every node of the tree and its parent. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

/** `path:line` of a node, as an editor opens it. */
export function locate(source: Source, node: SyntaxNode): string {
  return `${source.path}:${source.code.slice(0, node.start).split('\n').length}`;
}
