// The same three deliveries to the receiver of this project.
import { once } from 'node:events';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createReceiver, processNext } from '../src/receiver.js';
import { play, secrets } from './three-deliveries.js';

const database = await startDatabase();
const pool = new pg.Pool({ connectionString: database.url });
pool.on('error', () => {}); // when the server stops
const server = createReceiver({ pool, secrets }).listen(0);
await once(server, 'listening');
await play(server.address().port);

const finished = [];
const apply = async (client, event) => finished.push(event.data.job);
while (await processNext(pool, apply));
console.log('finished jobs:', finished);

server.close();
server.closeAllConnections();
await pool.end();
await database.stop();
