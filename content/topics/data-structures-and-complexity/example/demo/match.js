import { matchFixed, matchNaive } from '../src/match.js';
import { bestTime } from './time.js';

const [match, sizes] =
  process.argv[2] === 'fixed'
    ? [matchFixed, [20_000, 40_000, 80_000, 160_000]]
    : [matchNaive, [1_000, 2_000, 4_000, 8_000]];

let before;
for (const n of sizes) {
  const deliveries = Array.from({ length: n }, (_, i) => ({
    parcel: `PA-${i}`,
  }));
  const scans = deliveries.map(({ parcel }) => ` ${parcel.toLowerCase()}`);
  scans.reverse();
  const ms = bestTime(() => match(scans, deliveries));
  const ratio = before ? `, ${(ms / before).toFixed(1)} times as long` : '';
  console.log(`${n} parcels: ${ms.toFixed(0)} ms${ratio}`);
  before = ms;
}
