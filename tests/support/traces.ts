/** Recordings of people who type, and what their patches make of a plain string. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Patch = readonly [position: number, deleted: number, inserted: string];

export interface Trace {
  readonly startContent: string;
  readonly endContent: string;
  readonly txns: readonly { readonly patches: readonly Patch[] }[];
}

export function readTrace(path: string): Trace {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Trace;
}

export function textAfter({ startContent, txns }: Trace): string {
  let text = startContent;
  for (const { patches } of txns) {
    for (const [at, deleted, inserted] of patches)
      text = text.slice(0, at) + inserted + text.slice(at + deleted);
  }
  return text;
}
