import { startDatabase } from '../dev/database.js';
import { createPool } from '../src/pool.js';
import { createSubscribers } from '../src/subscribers.js';

const { url, stop } = await startDatabase();
const pool = createPool(url);
const subscribers = createSubscribers(pool);

for (const signUp of [
  { email: 'ada@example.com', name: 'Ada' },
  { email: 'pat@example.com', name: "Pat O'Brien" },
  { email: 'ada@example.com', name: 'Ada' },
]) {
  console.log(signUp.name, '->', await subscribers.add(signUp));
}
console.log('search ->', await subscribers.findByName("' OR '1'='1"));

await pool.end();
await stop();
