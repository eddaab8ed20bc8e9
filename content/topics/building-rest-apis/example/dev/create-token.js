import pg from 'pg';
import { createToken } from '../src/tokens.js';

const [keeper] = process.argv.slice(2);
if (!keeper) throw new Error('usage: npm run token -- KEEPER');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
console.log(await createToken(pool, keeper));
await pool.end();
