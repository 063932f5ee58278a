import { useCallback, useEffect, useState } from 'react';
import { type Entry, type EntryOutcome, fetchEntry, rememberedEntry } from './entry.ts';

export type EntryState = { readonly kind: 'asking' } | EntryOutcome;

/** At once what this device knows; the server's word when it comes, where it says otherwise. */
export function useEntry(
  plan: string,
  as: string | undefined,
): { entry: EntryState; ask: () => void } {
  const [entry, setEntry] = useState<EntryState>(() => {
    const known = rememberedEntry(plan, as);
    return known ? { kind: 'entered', entry: known } : { kind: 'asking' };
  });
  const [asked, setAsked] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    let isCurrent = true;
    void fetchEntry(plan, as).then((outcome) => {
      if (isCurrent) setEntry((before) => preferred(before, outcome));
    });
    return () => {
      isCurrent = false;
    };
  }, [plan, as, asked]);

  return { entry, ask: useCallback(() => setAsked((n) => n + 1), []) };
}

function preferred(before: EntryState, outcome: EntryOutcome): EntryState {
  // With a copy on this device the plan stays open: the sync connection says what the matter is, and offers the copy.
  if (outcome.kind !== 'entered') return before.kind === 'entered' ? before : outcome;
  return before.kind === 'entered' && isSame(before.entry, outcome.entry) ? before : outcome;
}

function isSame(a: Entry, b: Entry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
