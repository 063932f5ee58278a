/** The built client: hashed assets for ever, `index.html` always asked for anew, every other page is the app. */

import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';

const compress = promisify(gzip);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.map', '.txt']);
const FOREVER = 'public, max-age=31536000, immutable';

interface ClientFile {
  readonly changed: number;
  readonly tag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly compressed: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
}

/** Serves what lies in `folder`; must come after every other route. */
export function clientFiles(folder: string): MiddlewareHandler {
  const files = new Map<string, ClientFile>();

  /** Read once and again when it was built anew. */
  async function open(path: string): Promise<ClientFile | undefined> {
    const file = join(folder, normalize(path));
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(path);
    if (known?.changed === found.mtimeMs) return known;
    const plain = new Uint8Array(await readFile(file));
    const extension = extname(path);
    const compressed = COMPRESSED.has(extension)
      ? new Uint8Array(await compress(plain))
      : undefined;
    const type = TYPES[extension] ?? 'application/octet-stream';
    const tag = `W/"${plain.length}-${Math.round(found.mtimeMs)}"`;
    const opened = { changed: found.mtimeMs, tag, plain, compressed, type };
    files.set(path, opened);
    return opened;
  }

  return async (c, next) => {
    const { path, method } = c.req;
    if (method !== 'GET' && method !== 'HEAD') return next();
    const wanted = decode(path);
    // `normalize` has taken `..` to the root by then; a name that begins with a dot is nobody's business.
    if (wanted === undefined || /(^|\/)\./.test(wanted)) return next();
    const file = wanted === '/' ? undefined : await open(wanted);
    if (file) return answer(c, file, wanted.startsWith('/assets/') ? FOREVER : 'no-cache');
    // A page of the app has no extension; a missing file has one and is missing.
    if (extname(wanted) !== '') return next();
    const page = await open('/index.html');
    if (page) return answer(c, page, 'no-cache');
    return c.text('The client is not built: start with `npm start`.', 503);
  };
}

function answer(c: Context, file: ClientFile, caching: string): Response {
  c.header('Content-Type', file.type);
  c.header('Cache-Control', caching);
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', file.tag);
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304);
  const asksForGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  if (!file.compressed || !asksForGzip) return c.body(file.plain);
  c.header('Content-Encoding', 'gzip');
  return c.body(file.compressed);
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : normalize(decoded);
  } catch {
    // Not valid UTF-8: no file of ours has such a name.
    return undefined;
  }
}
