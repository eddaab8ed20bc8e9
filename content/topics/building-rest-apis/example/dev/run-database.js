import { startDatabase } from './database.js';

const database = await startDatabase({ folder: 'data', port: 5433 });
console.log(`PostgreSQL: ${database.url} (stop with Ctrl+C)`);
process.once('SIGINT', () => database.stop().then(() => process.exit()));
