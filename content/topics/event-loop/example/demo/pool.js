// A name is looked up while passwords are hashed. Both need the thread pool.
import { scrypt } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { promisify } from 'node:util';

const hash = () =>
  promisify(scrypt)('password', 'salt', 64, {
    N: 2 ** 17,
    maxmem: 256 * 2 ** 20,
  });
const timed = async (work) => {
  const start = performance.now();
  await work();
  return `${Math.round(performance.now() - start)} ms`;
};

console.log('one hash', await timed(hash));
console.log('lookup alone', await timed(() => lookup('localhost')));
for (const count of [3, 8]) {
  const hashes = Array.from({ length: count }, hash);
  console.log(
    `lookup behind ${count} hashes`,
    await timed(() => lookup('localhost')),
  );
  await Promise.all(hashes);
}
