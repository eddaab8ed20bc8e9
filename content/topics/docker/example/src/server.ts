import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';

const port = Number(process.env['PORT'] ?? 3000);
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  connectionTimeoutMillis: 2000,
});
// Without this, an idle connection that the database closes ends the process.
pool.on('error', (error) => console.error(error.message));

if (process.env['DATABASE_URL']) {
  await pool.query(
    'CREATE TABLE IF NOT EXISTS readings (at timestamptz DEFAULT now(), celsius numeric NOT NULL)',
  );
}

const send = (response: ServerResponse, status: number, body: unknown) =>
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(`${JSON.stringify(body)}\n`);

const server = createServer(async (request, response) => {
  try {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (!url) return send(response, 404, { error: 'not found' }); // such as //
    const { pathname, searchParams } = url;
    if (pathname === '/health') return send(response, 200, { status: 'up' });
    if (pathname !== '/readings')
      return send(response, 404, { error: 'not found' });
    if (request.method === 'POST') {
      const celsius = Number(searchParams.get('celsius')?.trim() || NaN);
      if (!Number.isFinite(celsius))
        return send(response, 400, { error: 'celsius must be a number' });
      await pool.query('INSERT INTO readings (celsius) VALUES ($1)', [celsius]);
    }
    const { rows } = await pool.query(
      'SELECT count(*)::int AS readings FROM readings',
    );
    send(response, 200, rows[0]);
  } catch (error) {
    console.error(error);
    send(response, 500, { error: 'internal error' });
  }
});

// #region listen
server.listen(port, () => console.log(`listening on port ${port}`));

process.on('SIGTERM', () => {
  server.close(() => pool.end());
});
// #endregion listen
