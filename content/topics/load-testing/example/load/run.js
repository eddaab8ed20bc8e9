// #region run
import { parseArgs } from 'node:util';
import { sendFamilies } from './buyers.js';
import { startSystem } from './system.js';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: 'buy' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    spread: { type: 'boolean', default: false },
  },
});
const { version, spread } = values;
const rate = Number(values.rate);
const seconds = Number(values.seconds);

const system = await startSystem(version);
const visits = { url: system.url, asked: [] };
await sendFamilies({ ...visits, rate: 20, seconds: 3 }); // warm up
const running = sendFamilies({ ...visits, rate, seconds, spread });
const halfway = setTimeout(async () => {
  console.log('waiting halfway:', await system.waiting());
}, seconds * 500);
const { p50, p99, failed, late, served } = await running;
clearTimeout(halfway); // a run of one visit ends earlier

const { rows } = await system.pool.query(
  `SELECT id, places,
     (SELECT count(*)::int FROM ticket WHERE day_id = day.id) AS tickets
   FROM day`,
);
const wrong = rows.filter(({ id, places, tickets }) => {
  const due = Math.min(3000, visits.asked[id] ?? 0);
  return tickets !== due || places !== 3000 - due;
});
await system.stop();

const verdict = {
  'p99 of a visit under 1000 ms': [p99 < 1000, `${p99} ms`],
  'no failed visits': [failed === 0, failed],
  'generator less than 500 ms late': [late < 500, `${late} ms`],
  'tickets as asked for, until sold out': [
    wrong.length === 0,
    `${wrong.length} days wrong`,
  ],
};
console.log(`p50: ${p50} ms, served: ${served} families per second`);
for (const [limit, [isKept, value]] of Object.entries(verdict)) {
  console.log(isKept ? 'kept  ' : 'BROKEN', `${limit}: ${value}`);
  if (!isKept) process.exitCode = 1;
}
// #endregion run
