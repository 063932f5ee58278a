import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { cellNodes } from './cell-schema.ts';
import { narrativeNodes } from './narrative-schema.ts';

for (const [name, extensions] of [
  ['narrative', narrativeNodes()],
  ['cell', cellNodes()],
] as const) {
  test(`no content of the ${name} asks for at least one of anything`, () => {
    const schema = getSchema(extensions);
    const strict = Object.values(schema.nodes)
      .map((node) => [node.name, node.spec.content ?? ''] as const)
      .filter(([, content]) => !/^$|^[^\s+?{}]+\*$|^\([\w |]+\)\*$/.test(content));
    expect(strict).toEqual([]);
  });

  test(`a new paragraph is what Enter makes in the ${name}`, () => {
    expect(getSchema(extensions).topNodeType.contentMatch.defaultType?.name).toBe('paragraph');
  });
}

test('the narrative knows every node and mark that the plan holds', () => {
  const schema = getSchema(narrativeNodes());
  for (const node of [
    'heading',
    'bulletList',
    'orderedList',
    'taskList',
    'table',
    'embed',
    'codeBlock',
    'blockquote',
    'hardBreak',
    'horizontalRule',
  ]) {
    expect(schema.nodes[node], node).toBeDefined();
  }
  expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'code', 'italic', 'link', 'strike']);
});
