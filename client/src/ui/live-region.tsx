/** One polite sentence per burst: what is said within a moment of each other ends in its last sentence. */

import { useSyncExternalStore } from 'react';

const BURST_MS = 600;

let spoken = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function announce(sentence: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // The same sentence twice in a row would not be read a second time.
    spoken = spoken === sentence ? `${sentence}\u00a0` : sentence;
    for (const listener of listeners) listener();
  }, BURST_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stands once in a page. */
export function LiveRegion() {
  const sentence = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {sentence}
    </div>
  );
}
