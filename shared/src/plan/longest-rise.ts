/**
 * A longest strictly rising subsequence, as the places of its members (patience sorting, n log n). What is
 * in it kept its relative order; what is not is the fewest that must have moved.
 */
export function longestRise(values: readonly number[]): readonly number[] {
  /** For each length, the place of the smallest value that ends a rise of that length. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, place) => {
    const length = firstNotBelow(ends, values, value);
    before[place] = length === 0 ? undefined : ends[length - 1];
    ends[length] = place;
  });
  const rise: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) rise.push(place);
  return rise.reverse();
}

function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if (end !== undefined && (values[end] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
