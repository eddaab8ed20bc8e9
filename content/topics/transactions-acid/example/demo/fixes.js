import { books, openCinema, reset, rush } from '../dev/cinema.js';
import { sell, sellSerializable, sellWithLock } from '../src/sell.js';

const { pool, close } = await openCinema();
let attempts = 0;

for (const [name, way] of [
  ['atomic update', sell],
  ['row lock', sellWithLock],
  [
    'SERIALIZABLE',
    (pool, order) => sellSerializable(pool, order, () => (attempts += 1)),
  ],
]) {
  await reset(pool, { seats: 10 });
  const results = await rush((order) => way(pool, order));
  console.log(name, results, await books(pool));
}
console.log('SERIALIZABLE needed', attempts, 'attempts for 50 buyers');

await close();
