// How many guesses one core makes in a second.
import argon2 from 'argon2';
import { createHash } from 'node:crypto';

async function perSecond(guess) {
  const start = performance.now();
  let guesses = 0;
  while (performance.now() - start < 1000) {
    await guess();
    guesses += 1;
  }
  return guesses;
}
const sha256 = () =>
  createHash('sha256')
    .update('salt' + 'guess')
    .digest();
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

console.log('SHA-256 ', await perSecond(sha256), 'guesses');
console.log(
  'Argon2id',
  await perSecond(() => argon2.hash('guess', options)),
  'guesses',
);
