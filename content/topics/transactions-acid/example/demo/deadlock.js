import { openCinema, reset } from '../dev/cinema.js';
import { moveCredit, moveCreditUnordered } from '../src/move-credit.js';

const { pool, close } = await openCinema();

for (const [name, move] of [
  ['unordered', moveCreditUnordered],
  ['ordered', moveCredit],
]) {
  await reset(pool, { seats: 1 });
  const moves = Array.from({ length: 10 }, (_, n) => {
    const pair = n % 2 ? ['card-1', 'card-2'] : ['card-2', 'card-1'];
    const order = { from: pair[0], to: pair[1], cents: 1 };
    return move(pool, order).catch((error) => error.code);
  });
  const results = await Promise.all(moves);
  const deadlocks = results.filter((code) => code === '40P01').length;
  console.log(`${name}: 10 moves, ${deadlocks} deadlocks`);
}

await close();
