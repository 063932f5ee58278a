/** Stops the program on a state that the code has ruled out. Not for bad input: that is a returned value. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Impossible: ${sentence}`);
}

/** Closes a tagged union: the compiler refuses the call as long as a case is open. */
export function unreachable(value: never): never {
  throw new Error(`Impossible: unexpected case ${JSON.stringify(value)}`);
}
