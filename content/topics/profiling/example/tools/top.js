// Prints the functions of a .cpuprofile with the most self time, and their
// total time. Chrome DevTools shows the same, and the callers.
// Usage: node tools/top.js FILE
import { readFileSync } from 'node:fs';

const { nodes, samples, timeDeltas } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const add = (map, key, count) => map.set(key, (map.get(key) ?? 0) + count);
const byId = new Map(nodes.map((node) => [node.id, node]));
// Each sample is worth the time until the next one.
const time = new Map();
samples.forEach((id, n) => add(time, id, timeDeltas[n + 1] ?? 0));

const self = new Map();
const total = new Map();

function walk(node, callers) {
  const { functionName, url } = node.callFrame;
  const file = url.split('/').at(-1);
  const name = `${functionName || '(anonymous)'} ${file}`.trim();
  const stack = new Set(callers).add(name); // a set, so recursion counts once
  const spent = time.get(node.id) ?? 0;
  add(self, name, spent);
  for (const each of stack) add(total, each, spent);
  for (const id of node.children ?? []) walk(byId.get(id), stack);
}
walk(nodes[0], []);

const all = total.get('(root)');
const percent = (count) => `${((100 * (count ?? 0)) / all).toFixed(1)}%`;
console.log('   self   total  function');
for (const [name, count] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 8)) {
  const columns = [percent(count), percent(total.get(name))];
  console.log(columns.map((text) => text.padStart(7)).join(' '), '', name);
}
