import { startDatabase } from './database.js';

const { url } = await startDatabase({ port: 5433 });
console.log(`PostgreSQL is running until you press Ctrl+C: ${url}`);
