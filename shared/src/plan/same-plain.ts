/** Equality of plain data: by content, an absent property the same as an undefined one. */

export function samePlain(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => samePlain(item, b[i]));
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => samePlain(left[key], right[key]));
}

/** One text for equal plain data, whatever the order of its properties; for maps and sets by content. */
export function plainKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainKey).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${plainKey(record[key])}`)
    .join()}}`;
}

/** Equality of two lists as bags: the same members as often, in any order. */
export function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const left = a.map(plainKey).sort();
  const right = b.map(plainKey).sort();
  return left.every((key, i) => key === right[i]);
}
