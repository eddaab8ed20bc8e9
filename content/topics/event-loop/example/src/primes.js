import { setImmediate as nextTurn } from 'node:timers/promises';

function isPrime(n) {
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return n > 1;
}

// #region blocking
export function countPrimes(limit) {
  let count = 0;
  for (let n = 2; n < limit; n++) if (isPrime(n)) count++;
  return count;
}
// #endregion blocking

// #region pieces
export async function countPrimesInPieces(limit, { milliseconds = 10 } = {}) {
  let count = 0;
  let pause = performance.now() + milliseconds;
  for (let n = 2; n < limit; n++) {
    if (isPrime(n)) count++;
    if (n % 1000 === 0 && performance.now() > pause) {
      await nextTurn(); // let everything else that's due run
      pause = performance.now() + milliseconds;
    }
  }
  return count;
}
// #endregion pieces
