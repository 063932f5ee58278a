/** So many presence frames in a second; of those beyond, the last counts, when the second is over. */
export class PresencePace {
  readonly #perSecond: number;
  #left: number;
  #late: Uint8Array | undefined;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond;
  }

  /** Whether it may be taken in now. */
  admits(frame: Uint8Array): boolean {
    if (this.#left > 0) {
      this.#left -= 1;
      return true;
    }
    this.#late = new Uint8Array(frame);
    return false;
  }

  /** Once a second; gives what came too fast. */
  refill(): Uint8Array | undefined {
    const late = this.#late;
    this.#late = undefined;
    this.#left = this.#perSecond;
    return late;
  }
}
