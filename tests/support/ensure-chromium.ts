import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const advice =
  'The browser tests need Chromium: install `chromium` (Debian, Ubuntu: sudo apt-get install chromium) ' +
  'or Google Chrome, so that one of these is on PATH: ' +
  names.join(', ');

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable);
}

/** The browser that the tests drive. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found === undefined) throw new Error(advice);
  return found;
}

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}

function ensureChromium(): void {
  if (findChromium() !== undefined) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (mayInstall) {
    console.log('Chromium is missing, installing it for the browser tests');
    if (aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium')) return;
  }
  if (findChromium() !== undefined) return;
  console.error(advice);
  process.exitCode = 1;
}

// Not `import.meta.main`: Node 22 has none.
if (process.argv[1] === import.meta.filename) ensureChromium();
