/** Random values that are the same for the same seed, so that a failing test fails again. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly whole: (min: number, max: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in a share of all cases, from 0 to 1. */
  readonly chance: (share: number) => boolean;
  /** `length` characters, each from the alphabet. */
  readonly text: (alphabet: string, length: number) => string;
}

/** Starts a series of random values (mulberry32). */
export function seedRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T;
  return {
    next,
    whole,
    pick,
    chance: (share) => next() < share,
    text: (alphabet, length) => Array.from({ length }, () => pick([...alphabet])).join(''),
  };
}

/** Checks something for many seeds, each with random values of its own. What fails says with which seed. */
export function forSeeds(count: number, check: (random: Random, seed: number) => void): void {
  for (let seed = 1; seed <= count; seed += 1) {
    try {
      check(seedRandom(seed), seed);
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
}
