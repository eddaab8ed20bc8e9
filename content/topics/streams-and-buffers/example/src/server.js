import { createApp } from './app.js';
import { openPool } from './pool.js';

const pool = openPool(process.env.DATABASE_URL);
createApp(pool).listen(3000, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log('http://127.0.0.1:3000/measurements.csv.gz');
});
