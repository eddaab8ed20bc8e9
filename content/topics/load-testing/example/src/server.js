// The service under test, in a process of its own.
import pg from 'pg';
import { createApp } from './app.js';
import * as tickets from './tickets.js';

const [version = 'buy'] = process.argv.slice(2);
if (!Object.hasOwn(tickets, version)) throw new Error(`unknown: ${version}`);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
});
const app = createApp({ pool, buy: tickets[version] });
const server = app.listen(0, () => process.send?.(server.address().port));

// How many requests wait for a connection, for the load test that asks.
process.on('message', () => process.send(pool.waitingCount));
process.on('disconnect', () => process.exit());
