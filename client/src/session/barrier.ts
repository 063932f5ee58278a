/**
 * Barriers: `[100, n]` goes out behind what was sent, and comes back once all of it is on the server's disk.
 * One at a time: whoever asks while one is under way gets the next.
 */

export interface Barrier {
  /** Asks for confirmation of everything sent so far, which `mark` describes. */
  readonly ask: () => void;
  /** The server's answer. */
  readonly answered: (n: number) => void;
  /** The connection is gone, and with it every question. */
  readonly reset: () => void;
  readonly isWaiting: () => boolean;
}

export interface BarrierParts<Mark> {
  readonly send: (n: number) => void;
  /** What an answer to a barrier sent now would confirm. */
  readonly mark: () => Mark;
  readonly onConfirmed: (mark: Mark) => void;
}

export function openBarrier<Mark>({ send, mark, onConfirmed }: BarrierParts<Mark>): Barrier {
  let last = 0;
  let outstanding: { n: number; mark: Mark } | undefined;
  let isAskedAgain = false;

  const ask = (): void => {
    if (outstanding !== undefined) {
      isAskedAgain = true;
      return;
    }
    last += 1;
    outstanding = { n: last, mark: mark() };
    send(last);
  };
  return {
    ask,
    answered: (n) => {
      // An answer to a barrier of an earlier connection, or a server that makes numbers up.
      if (outstanding === undefined || outstanding.n !== n) return;
      const confirmed = outstanding.mark;
      outstanding = undefined;
      onConfirmed(confirmed);
      if (!isAskedAgain) return;
      isAskedAgain = false;
      ask();
    },
    reset: () => {
      outstanding = undefined;
      isAskedAgain = false;
    },
    isWaiting: () => outstanding !== undefined,
  };
}
