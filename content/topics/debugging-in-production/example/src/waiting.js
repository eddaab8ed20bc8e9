// What is a Node.js process connected to, as its diagnostic report tells it?
// Usage: node src/waiting.js REPORT
import { readFileSync } from 'node:fs';

// #region waiting
export function waitingFor(report) {
  const counts = {};
  for (const { type, is_active, remoteEndpoint } of report.libuv) {
    if (type !== 'tcp' || !is_active || !remoteEndpoint) continue;
    const { ip4, ip6, host, port } = remoteEndpoint;
    const name = `${ip4 ?? ip6 ?? host}:${port}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.entries(counts).sort(([, a], [, b]) => b - a);
}
// #endregion waiting

if (import.meta.filename === process.argv[1]) {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  for (const [name, count] of waitingFor(report).slice(0, 3))
    console.log(`${count} connections to ${name}`);
}
