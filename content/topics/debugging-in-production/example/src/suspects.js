// Which values of which fields do failing requests have, and working ones not?
// Usage: node src/suspects.js LOG [FIELD=VALUE], the latter to look only at those
import { readFileSync } from 'node:fs';

// #region suspects
const isBad = ({ status, ms }) => status >= 500 || ms >= 2000;

export function suspects(events, ignored = ['status', 'ms']) {
  const counts = new Map();
  let failures = 0;
  for (const event of events) {
    const failed = isBad(event) ? 1 : 0;
    failures += failed;
    for (const [field, value] of Object.entries(event)) {
      if (ignored.includes(field)) continue;
      const name = `${field}=${value}`;
      const count = counts.get(name) ?? { name, requests: 0, failures: 0 };
      count.requests += 1;
      count.failures += failed;
      counts.set(name, count);
    }
  }
  return [...counts.values()]
    .map((count) => {
      const others = events.length - count.requests;
      const rate = count.failures / count.requests;
      const otherRate = (failures - count.failures) / others;
      return { ...count, rate, otherRate };
    })
    .filter(({ requests }) => requests >= 30 && requests < events.length)
    .sort((a, b) => b.rate - b.otherRate - (a.rate - a.otherRate));
}
// #endregion suspects

if (import.meta.filename === process.argv[1]) {
  const [file, condition] = process.argv.slice(2);
  const [field, wanted] = condition?.split('=') ?? [];
  const events = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((event) => !field || String(event[field]) === wanted);
  const failed = events.filter(isBad);
  const slow = failed.filter(({ ms }) => ms >= 5000);
  console.log(
    `${failed.length} of ${events.length} failed, ${slow.length} of them after 5 s`,
  );
  const percent = (share) => `${(share * 100).toFixed(1)}%`.padStart(6);
  for (const s of suspects(events).slice(0, 3))
    console.log(
      `${s.name.padEnd(15)} ${percent(s.rate)}, others ${percent(s.otherRate)} (${s.requests} requests)`,
    );
}
