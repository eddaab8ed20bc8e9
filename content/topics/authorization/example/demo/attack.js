// Ines, a student, tries to read and change grades.
import { once } from 'node:events';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { school } from '../dev/school.js';
import { createApp } from '../src/app.js';
import { createNaiveApp } from '../src/naive.js';

const database = await startDatabase();
const owner = new pg.Pool({ connectionString: database.ownerUrl });
const pool = new pg.Pool({ connectionString: database.url });
const requests = ['GET 1042', 'PUT 1042', 'PUT 1041', 'GET 9999'];

await attack('naive', createNaiveApp(owner));
await attack('repaired', createApp(pool));
// `end` doesn't wait for the connections, so the database may end one first.
for (const open of [pool, owner]) open.on('error', () => {});
await Promise.all([pool.end(), owner.end()]);
await database.stop();

async function attack(name, app) {
  await owner.query(school);
  const server = app.listen(0);
  await once(server, 'listening');
  for (const request of requests) {
    const [method, id] = request.split(' ');
    const res = await fetch(
      `http://localhost:${server.address().port}/grades/${id}`,
      {
        method,
        headers: { 'x-user': 'ines', 'content-type': 'application/json' },
        body: method === 'PUT' ? '{"mark":"A"}' : undefined,
      },
    );
    const line = `${name.padEnd(8)} ${request} ${res.status} ${await res.text()}`;
    console.log(line.trimEnd());
  }
  server.close();
}
