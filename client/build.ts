// Builds the client into client/dist, only if something it is made of has changed.

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'client/dist/.built-from');

const sources = [
  'client/*.{html,json,ts}',
  'client/{src,public}/**/*',
  'shared/package.json',
  'shared/src/**/*',
  'pnpm-lock.yaml',
  'vite.config.ts',
];

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function build(): Promise<void> {
  // Vite takes half a second to load, which a start with nothing to build should not pay.
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', mode: 'production' });
}

const hash = hashOfSources();
const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
if (built !== hash) {
  // The stamp goes first and comes back last, so a build that was killed is done again.
  rmSync(stampFile, { force: true });
  await build();
  writeFileSync(stampFile, hash);
}
