import { startDatabase } from '../dev/database.ts';

const { pool, stop } = await startDatabase();
await pool.query(
  `INSERT INTO job SELECT n, 9, 'Job ' || n, 'City ' || n % 1000, 40000, false
   FROM generate_series(10, 200000) AS n`,
);
await pool.query('ANALYZE job');
const client = await pool.connect();
await client.query(
  `PREPARE optional (text) AS
   SELECT * FROM job WHERE $1::text IS NULL OR city = $1`,
);
for (const mode of ['force_custom_plan', 'force_generic_plan', 'auto']) {
  await client.query(`SET plan_cache_mode = ${mode}`);
  for (let n = 0; n < 10; n += 1)
    await client.query("EXECUTE optional ('City 5')");
  const { rows } = await client.query(
    "EXPLAIN (ANALYZE, COSTS off, TIMING off, BUFFERS off) EXECUTE optional ('City 5')",
  );
  const lines = rows.map((row) => row['QUERY PLAN'].trim());
  console.log(`${mode}: ${lines[0]}; ${lines.at(-1)}`);
}
client.release();
await stop();
