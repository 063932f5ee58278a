import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, readText, root } from '../support/sources.ts';

const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

/** The lines of a Markdown file's fenced blocks that call npm, without the shell's prompt. */
function commandsIn(path: string): string[] {
  const blocks = readText(path).matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm);
  return [...blocks]
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => /(^|\s)npm /.test(line));
}

function scriptOf(command: string): string | undefined {
  const words = command
    .replace(/\s+#.*$/, '')
    .split(/\s+/)
    .filter((word) => !/^-(s|-silent)$/.test(word));
  const call = words.slice(words.indexOf('npm') + 1);
  return call[0] === 'run' ? call[1] : call[0];
}

describe('the commands in the documentation', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...filesUnder(['docs'], 'md')];

  test.each(pages)('%s names only scripts that exist', (page) => {
    const unknown = commandsIn(page).filter((command) => {
      const script = scriptOf(command);
      return script === undefined || !(script in scripts);
    });
    expect(unknown).toEqual([]);
  });

  test('README.md shows how to start and how to test', () => {
    expect(commandsIn('README.md').map(scriptOf)).toEqual(
      expect.arrayContaining(['start', 'test']),
    );
  });
});

test('every file that the README links to exists', () => {
  const links = [...readText('README.md').matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)];
  const missing = links
    .flatMap((link) => link[1] ?? [])
    .filter((path) => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});
