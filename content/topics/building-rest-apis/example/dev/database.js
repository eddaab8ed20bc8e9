// PostgreSQL inside Node.js, for the demo and the tests. In production, set
// DATABASE_URL to a real server.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { readFileSync } from 'node:fs';

const schema = readFileSync(new URL('../schema.sql', import.meta.url), 'utf8');

export async function startDatabase({ folder, port = 0 } = {}) {
  const db = await PGlite.create(folder);
  const { rows } = await db.query("SELECT to_regclass('inspection') AS made");
  if (!rows[0].made) await db.exec(schema);
  const server = new PGLiteSocketServer({
    db,
    port,
    host: '127.0.0.1',
    maxConnections: 20,
  });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}
