/**
 * Which plans this device keeps a local copy of, and how many edits in each are not on the server yet. In
 * `localStorage`, because it must be written before a tab dies.
 */

export interface StoreKey {
  readonly plan: string;
  readonly actor: string;
  readonly epoch: number;
}

/** The part of `Storage` that is needed here; tests bring a map. */
export interface KeyValues {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
  readonly key: (index: number) => string | null;
  readonly length: number;
}

/** By the tab that made them, because two tabs of one actor share a store. */
type Waiting = Readonly<Record<string, number>>;

const PREFIX = 'tandem:store:';

export function storeName({ plan, actor, epoch }: StoreKey): string {
  return `${PREFIX}${plan}:${actor}:${epoch}`;
}

export function knownStores(values: KeyValues, plan: string): StoreKey[] {
  const found: StoreKey[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const [, , name, actor, epoch] = values.key(i)?.split(':') ?? [];
    if (!values.key(i)?.startsWith(PREFIX) || name !== plan) continue;
    if (actor !== undefined && epoch !== undefined)
      found.push({ plan, actor, epoch: Number(epoch) });
  }
  return found.sort((a, b) => b.epoch - a.epoch);
}

export function registerStore(values: KeyValues, key: StoreKey): void {
  if (values.getItem(storeName(key)) === null) write(values, key, {});
}

export function forgetStore(values: KeyValues, key: StoreKey): void {
  values.removeItem(storeName(key));
}

export function readWaiting(values: KeyValues, key: StoreKey): Waiting {
  const text = values.getItem(storeName(key));
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter(([, n]) => typeof n === 'number' && n > 0),
    );
  } catch {
    // Somebody else's hand in the storage; the count is lost, the edits are not.
    return {};
  }
}

export function totalWaiting(waiting: Waiting): number {
  return Object.values(waiting).reduce((sum, n) => sum + n, 0);
}

export function writeWaiting(values: KeyValues, key: StoreKey, tab: string, count: number): void {
  const { [tab]: _old, ...others } = readWaiting(values, key);
  write(values, key, count > 0 ? { ...others, [tab]: count } : others);
}

/** Takes off what `seen` counted; another tab may have added its own since. */
export function settleWaiting(values: KeyValues, key: StoreKey, seen: Waiting): void {
  const now = readWaiting(values, key);
  write(values, key, Object.fromEntries(Object.entries(now).filter(([tab, n]) => seen[tab] !== n)));
}

function write(values: KeyValues, key: StoreKey, waiting: Waiting): void {
  try {
    values.setItem(storeName(key), JSON.stringify(waiting));
  } catch {
    // Storage is full or forbidden: the count does not survive a reload, nothing else depends on it.
    return;
  }
}
