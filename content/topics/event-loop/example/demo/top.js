// The functions of the newest CPU profile in which most time was spent.
import { readdirSync, readFileSync } from 'node:fs';

const name = readdirSync('profiles').sort().at(-1);
const { nodes, samples, timeDeltas } = JSON.parse(
  readFileSync(`profiles/${name}`, 'utf8'),
);
const byId = new Map(nodes.map((node) => [node.id, node]));
const milliseconds = new Map();
samples.forEach((id, index) => {
  const { functionName, url } = byId.get(id).callFrame;
  const where = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}`;
  const before = milliseconds.get(where) ?? 0;
  milliseconds.set(where, before + timeDeltas[index] / 1000);
});
const rows = [...milliseconds].sort((a, b) => b[1] - a[1]).slice(0, 5);
for (const [where, ms] of rows) console.log(`${Math.round(ms)} ms`, where);
