import { books, openCinema, reset, rush } from '../dev/cinema.js';
import { naiveSell } from '../src/naive.js';

const { pool, close } = await openCinema();

await reset(pool, { seats: 10 });
await naiveSell(pool, { showId: 7, code: 'bob' }).catch((error) =>
  console.log('Bob:', error.message),
);
console.log('after Bob:', await books(pool));

await reset(pool, { seats: 10 });
console.log('50 buyers:', await rush((order) => naiveSell(pool, order)));
console.log('after the rush:', await books(pool));

await close();
