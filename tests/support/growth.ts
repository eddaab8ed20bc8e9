/**
 * How much longer work takes in one piece than in ten pieces of a tenth: about 1 when the time grows in proportion, about
 * 10 when it grows with the square. The median of nine ratios, each of two times taken one after the other, holds on a busy machine too.
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
  const ratios = Array.from({ length: 9 }, () => timeOf(() => work(whole)) / timeOf(inPieces));
  return ratios.sort((a, b) => a - b)[4] as number;
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Growth that cannot be that of a square: what is done for every entry is not done again for each of the others. */
export const farFromSquare = 5;
