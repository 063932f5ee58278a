/** The barriers that a connection has sent and not had back, in their order. */

interface Owed {
  readonly n: number;
  /** What must be settled first; absent while something before it waits for more from the client. */
  batch: number | undefined;
}

export class OwedBarriers {
  #owed: Owed[] = [];

  add(n: number, batch: number | undefined): void {
    this.#owed.push({ n, batch });
  }

  /** Something that was received before them was not taken in. */
  unsettle(): void {
    for (const barrier of this.#owed) barrier.batch = undefined;
  }

  /** All that they waited for is in a batch by now. */
  settleWith(batch: number): void {
    for (const barrier of this.#owed) barrier.batch ??= batch;
  }

  /** Those that can be answered, once each. */
  takeSettled(settled: number): number[] {
    const waiting = this.#owed.findIndex(({ batch }) => batch === undefined || batch > settled);
    return this.#owed.splice(0, waiting < 0 ? this.#owed.length : waiting).map(({ n }) => n);
  }

  clear(): void {
    this.#owed = [];
  }
}
