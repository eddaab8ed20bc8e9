import { LEVELS, openLab, reset } from '../dev/lab.js';
import { openAndPaid, pay } from '../src/report.js';

const { pool, a, b, close } = await openLab();

for (const level of LEVELS) {
  await reset(pool);
  await a.query(`BEGIN ISOLATION LEVEL ${level} READ ONLY`);
  const result = await openAndPaid(a, () => pay(b, 2));
  await a.query('COMMIT');
  console.log(level.padEnd(15), result);
}

await close();
