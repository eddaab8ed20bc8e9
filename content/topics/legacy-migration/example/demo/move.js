import { handOver } from '../src/move.js';
import { startSystem } from './system.js';

const system = await startSystem();
const { old, fresh, slice, oldDb } = system;

async function put(date, kwh) {
  const response = await fetch(`${system.url}/meters/1001/readings/${date}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kwh }),
  });
  console.log(`PUT ${date} ${kwh}: ${response.status}`);
}

async function last() {
  const response = await fetch(`${system.url}/meters/1001/readings`);
  const { readings } = await response.json();
  console.log(`GET from the ${slice.to} side:`, readings.at(-1));
}

// #region there
slice.paused = true;
await put('2026-01-01', 14250);
try {
  handOver(old, fresh);
  slice.to = 'new';
} finally {
  slice.paused = false;
}
await put('2026-01-01', 14250);
await last();

try {
  oldDb.exec("INSERT INTO MTR_RD VALUES ('1001', '20260102', 14260)");
} catch (error) {
  console.log('nightly import:', error.message);
}
// #endregion there

// #region back
slice.paused = true;
try {
  handOver(fresh, old);
  slice.to = 'old';
} finally {
  slice.paused = false;
}
await last();
// #endregion back

await system.stop();
