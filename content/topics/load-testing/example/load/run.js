// #region run
import { parseArgs } from 'node:util';
import { sendBuyers, unexpected } from './buyers.js';
import { startSystem } from './system.js';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: 'buy' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    spread: { type: 'boolean', default: false },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);

const system = await startSystem(values.version);
await sendBuyers({ url: system.url, rate: 20, seconds: 3 }); // warm up
const running = sendBuyers({ ...system, rate, seconds, spread: values.spread });
setTimeout(async () => {
  console.log('waiting halfway:', await system.waiting());
}, seconds * 500);
const { latency, errors, statusCodeStats, requests } = await running;
const failed = errors + unexpected(statusCodeStats);

const { rows } = await system.pool.query(
  `SELECT count(*)::int AS wrong FROM day
   WHERE places <> 3000 - (SELECT count(*) FROM ticket WHERE day_id = day.id)`,
);
await system.stop();

const verdict = {
  'p99 under 1000 ms': [latency.p99 < 1000, `${latency.p99} ms`],
  'no failed requests': [failed === 0, failed],
  'load was sent': [requests.average > rate * 2 * 0.95, requests.average],
  'tickets match the places': [rows[0].wrong === 0, rows[0].wrong],
};
console.log(`p50: ${latency.p50} ms`);
for (const [limit, [isKept, value]] of Object.entries(verdict)) {
  console.log(isKept ? 'kept  ' : 'BROKEN', `${limit}: ${value}`);
  if (!isKept) process.exitCode = 1;
}
// #endregion run
