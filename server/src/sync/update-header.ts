/**
 * What an update (Yjs version 1) would touch, read without Yjs and without building anything: which client's
 * clocks, and whose content it deletes. It walks every struct, because only so the next client's header is
 * found, and so every announced count is checked before Yjs would allocate for it (docs/sync-spec.md, C2).
 */

import { ByteReader, Malformed } from './byte-reader.ts';
import { skipAny, skipJson } from './skip-value.ts';

/** Clocks `from` (inclusive) to `to` (exclusive) of one client. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export interface UpdateHeader {
  /** In the order of the bytes; a client with a hole in its clocks has several. */
  readonly structs: readonly ClockRange[];
  /** For each client, from the first to the last clock that is deleted. */
  readonly deletions: readonly ClockRange[];
}

const NOTHING: UpdateHeader = { structs: [], deletions: [] };

/** The header, or a sentence saying why there is none. */
export function readUpdateHeader(update: Uint8Array): UpdateHeader | string {
  if (update.length === 2 && update[0] === 0 && update[1] === 0) return NOTHING;
  try {
    const reader = new ByteReader(update);
    const structs = readStructs(reader);
    const deletions = readDeletions(reader);
    // Bytes of version 2 begin like an empty update of version 1, and go on.
    if (reader.left > 0) throw new Malformed('It goes on after its end.');
    return { structs, deletions };
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}

/** Of an update that the writer itself has given out. */
export function headerOf(update: Uint8Array): UpdateHeader {
  const header = readUpdateHeader(update);
  return typeof header === 'string' ? NOTHING : header;
}

function readStructs(reader: ByteReader): ClockRange[] {
  const ranges: ClockRange[] = [];
  const seen = new Set<number>();
  for (let clients = reader.count(3); clients > 0; clients -= 1) {
    const structs = reader.count(1);
    const client = reader.varUint();
    let clock = reader.varUint();
    if (seen.has(client)) throw new Malformed('It names a client twice.');
    seen.add(client);
    let from = clock;
    for (let i = 0; i < structs; i += 1) {
      const info = reader.byte();
      const isHole = (info & 0x1f) === SKIP;
      const length = isHole ? reader.varUint() : readStruct(reader, info);
      if (length === 0) throw new Malformed('It holds something of no length.');
      if (isHole) {
        if (clock > from) ranges.push({ client, from, to: clock });
        from = clock + length;
      }
      clock += length;
      if (clock > Number.MAX_SAFE_INTEGER) throw new Malformed('It holds an impossible clock.');
    }
    if (clock > from) ranges.push({ client, from, to: clock });
  }
  return ranges;
}

const SKIP = 10;
const HAS_LEFT = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

/** Skips one struct; how many clocks it takes. */
function readStruct(reader: ByteReader, info: number): number {
  const content = info & 0x1f;
  if (content === 0) return reader.varUint();
  const hasLeft = (info & HAS_LEFT) !== 0;
  const hasRight = (info & HAS_RIGHT) !== 0;
  if (hasLeft) skipId(reader);
  if (hasRight) skipId(reader);
  if (!hasLeft && !hasRight) {
    if (reader.varUint() === 1) reader.textLength();
    else skipId(reader);
    if ((info & HAS_KEY) !== 0) reader.textLength();
  }
  return readContent(reader, content);
}

function skipId(reader: ByteReader): void {
  reader.varUint();
  reader.varUint();
}

function readContent(reader: ByteReader, content: number): number {
  switch (content) {
    case 1: // deleted
      return reader.varUint();
    case 2: {
      const count = reader.count(1);
      for (let i = 0; i < count; i += 1) skipJson(reader);
      return count;
    }
    case 3: // binary
      reader.slice();
      return 1;
    case 4: // text
      return reader.textLength();
    case 5: // embed
      skipJson(reader);
      return 1;
    case 6: // format
      reader.textLength();
      skipJson(reader);
      return 1;
    case 7: {
      const type = reader.varUint();
      if (type > 6) throw new Malformed('It holds an unknown type.');
      // Elements and hooks have a name.
      if (type === 3 || type === 5) reader.textLength();
      return 1;
    }
    case 8: {
      const count = reader.count(1);
      for (let i = 0; i < count; i += 1) skipAny(reader, 0);
      return count;
    }
    default:
      // 9 is a document inside the document: plans have none.
      throw new Malformed('It holds unknown content.');
  }
}

function readDeletions(reader: ByteReader): ClockRange[] {
  const ranges: ClockRange[] = [];
  for (let clients = reader.count(2); clients > 0; clients -= 1) {
    const client = reader.varUint();
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (let deletions = reader.count(2); deletions > 0; deletions -= 1) {
      const clock = reader.varUint();
      const end = clock + reader.varUint();
      if (end > Number.MAX_SAFE_INTEGER) throw new Malformed('It holds an impossible clock.');
      from = Math.min(from, clock);
      to = Math.max(to, end);
    }
    if (to > from) ranges.push({ client, from, to });
  }
  return ranges;
}
