import { books, openCinema, reset, rush } from '../dev/cinema.js';
import { sellInTransaction } from '../src/sell.js';

const { pool, close } = await openCinema();
const sell = (order) => sellInTransaction(pool, order);

await reset(pool, { seats: 10 });
await sell({ showId: 7, code: 'bob' }).catch((error) =>
  console.log('Bob:', error.message),
);
console.log('after Bob:', await books(pool));

console.log('50 buyers:', await rush(sell));
console.log('after the rush:', await books(pool));

await close();
