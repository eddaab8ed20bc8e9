/**
 * How much longer work takes in one piece than in ten pieces of a tenth: about 1 when the time grows in proportion, about
 * 10 when it grows with the square. Of nine times each, taken in turn, the shortest count: other programs only add to them.
 * @param make makes an input of `count` entries.
 * @param work does the work for it.
 */
export function growth<Input>(make: (count: number) => Input, work: (input: Input) => void, count: number): number {
  const pieces = Array.from({ length: 10 }, () => make(count / 10));
  const whole = make(count);
  const inPieces = () => {
    for (const piece of pieces) work(piece);
  };
  inPieces();
  const times = Array.from({ length: 9 }, () => [timeOf(() => work(whole)), timeOf(inPieces)] as const);
  return Math.min(...times.map(([one]) => one)) / Math.min(...times.map(([, ten]) => ten));
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Growth that cannot be that of a square: what is done for every entry is not done again for each of the others. */
export const farFromSquare = 5;
