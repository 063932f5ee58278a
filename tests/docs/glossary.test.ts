import { basename } from 'node:path';
import { expect, test } from 'vitest';
import {
  filesUnder,
  isNode,
  locate,
  type Source,
  type SyntaxNode,
  sources,
  walk,
} from '../support/sources.ts';

// The words that docs/glossary.md rules out. What people type stands in strings, which are not
// looked at; a table of such words is a list of pairs, not an object whose keys are the words.
const bannedWords = [
  'vendor',
  'customer',
  'assignee',
  'dependency',
  'dependencies',
  'deadline',
  'audit log',
  'rollback',
  'approval',
  'dump',
];
const emptySuffixes = [
  'manager',
  'helper',
  'helpers',
  'util',
  'utils',
  'service',
  'handler',
  'data',
  'info',
  'misc',
];

const typeDeclarations = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'ClassDeclaration',
]);
const fieldDeclarations = new Set([
  'TSPropertySignature',
  'TSMethodSignature',
  'PropertyDefinition',
  'MethodDefinition',
  'Property',
]);

/** `auditLog`, `AUDIT_LOG` and `audit-log` all become `audit log`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim();
}

function bannedWordIn(name: string): string | undefined {
  return bannedWords.find((word) => new RegExp(`\\b${word}s?\\b`).test(wordsOf(name)));
}

function emptySuffixOf(name: string): string | undefined {
  const last = wordsOf(name).split(' ').at(-1);
  return emptySuffixes.find((suffix) => suffix === last);
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.name === 'string' ? node.name : undefined;
}

/** The name that a node gives to a type, or to a field of one; what libraries name is only used. */
function declared(node: SyntaxNode): { name: string; isType: boolean } | undefined {
  const isType = typeDeclarations.has(node.type);
  const isField = fieldDeclarations.has(node.type) && node.computed !== true;
  const name = isType ? nameOf(node.id) : isField ? nameOf(node.key) : undefined;
  return name === undefined ? undefined : { name, isType };
}

function complaintsOf(source: Source): string[] {
  const complaints: string[] = [];
  walk(source.program, (node, parent) => {
    // The names in `const { data } = …` were chosen by whoever made the value.
    if (parent?.type === 'ObjectPattern') return;
    const found = declared(node);
    if (found === undefined) return;
    const word = bannedWordIn(found.name);
    const suffix = found.isType ? emptySuffixOf(found.name) : undefined;
    const at = `${locate(source, node)} ${found.name}`;
    if (word !== undefined) complaints.push(`${at}: "${word}" is not a word of the glossary`);
    if (suffix !== undefined) complaints.push(`${at}: the suffix "${suffix}" says nothing`);
  });
  return complaints;
}

test('types and fields bear the words of the glossary', () => {
  expect(sources.flatMap(complaintsOf)).toEqual([]);
});

test('files bear the words of the glossary', () => {
  const folders = ['shared/src', 'server/src', 'client/src', 'tests'];
  const complaints = filesUnder(folders, '*').filter((path) => {
    const stem = basename(path).split('.')[0] ?? '';
    return bannedWordIn(stem) !== undefined || emptySuffixOf(stem) !== undefined;
  });
  expect(complaints).toEqual([]);
});

test('a banned word is found in every spelling, and only as a whole word', () => {
  for (const name of ['vendorName', 'AuditLogEntry', 'audit_log', 'dead-deadlines', 'Dump']) {
    expect(bannedWordIn(name), name).toBeDefined();
  }
  for (const name of ['dumpling', 'dependsOn', 'auditor', 'approver']) {
    expect(bannedWordIn(name), name).toBeUndefined();
  }
  expect(emptySuffixOf('PlanManager')).toBe('manager');
  expect(emptySuffixOf('UndoManagerFacade')).toBeUndefined();
});
