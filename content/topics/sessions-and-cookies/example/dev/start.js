// The library's server for your browser, with a database that's thrown away.
import pg from 'pg';
import { createApp } from '../src/app.js';
import { createSessions } from '../src/sessions.js';
import { startDatabase } from './database.js';

const { url } = await startDatabase();
const pool = new pg.Pool({ connectionString: url });
pool.on('error', (error) => console.error(error.message));
createApp(createSessions(pool)).listen(3000, () => {
  console.log('http://localhost:3000/loans');
});
