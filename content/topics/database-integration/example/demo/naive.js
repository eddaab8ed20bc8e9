import { startDatabase } from '../dev/database.js';
import { naiveSubscribers } from '../src/naive.js';
import { createPool } from '../src/pool.js';

const { url, stop } = await startDatabase();
const pool = createPool(url);
const subscribers = naiveSubscribers(pool);

for (const signUp of [
  { email: 'ada@example.com', name: 'Ada' },
  { email: 'pat@example.com', name: "Pat O'Brien" },
  { email: 'ada@example.com', name: 'Ada' },
]) {
  const result = await subscribers.add(signUp).catch((error) => error.message);
  console.log(signUp.name, '->', result);
}
console.log('search ->', await subscribers.findByName("' OR '1'='1"));

await pool.end();
await stop();
