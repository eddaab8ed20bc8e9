// Compares two heap snapshots: which classes have grown, and what keeps one
// object of the first of them alive. Chrome DevTools shows that for strings
// and functions, too.
// Usage: node tools/grown.js BEFORE AFTER (of more files, the last two)
import { readFileSync } from 'node:fs';

const [before, after] = process.argv.slice(2).slice(-2).map(load);
const grown = [...after.classes]
  .map(([name, { size, count }]) => {
    const old = before.classes.get(name) ?? { size: 0, count: 0 };
    return { name, bytes: size - old.size, objects: count - old.count };
  })
  .sort((a, b) => b.bytes - a.bytes)
  .slice(0, 4);
console.table(grown);

if (grown[0].bytes > 0) {
  console.log(`A ${grown[0].name} is reachable from the root by:`);
  console.log(pathTo(after, grown[0].name).join('\n'));
} else {
  console.log(
    'No class has grown. Look for strings and functions in DevTools.',
  );
}

function load(file) {
  const json = readFileSync(file, 'utf8');
  if (!json.endsWith('}')) {
    console.error(`${file} is still being written`);
    process.exit(1);
  }
  const { snapshot, nodes, edges, strings } = JSON.parse(json);
  const {
    node_fields: n,
    edge_fields: e,
    node_types,
    edge_types,
  } = snapshot.meta;
  const field = Object.fromEntries(n.map((name, at) => [name, at]));
  const classes = new Map();
  const list = [];
  let edge = 0;
  for (let at = 0; at < nodes.length; at += n.length) {
    const name = strings[nodes[at + field.name]];
    const type = node_types[0][nodes[at + field.type]];
    const node = { at, name, type, edges: [] };
    for (let left = nodes[at + field.edge_count]; left > 0; left--) {
      const [kind, key, to] = edges.slice(edge, (edge += e.length));
      const label = edge_types[0][kind];
      const isIndex = label === 'element' || label === 'hidden';
      if (label !== 'weak') {
        node.edges.push({ to, key: isIndex ? `[${key}]` : strings[key] });
      }
    }
    list.push(node);
    if (type !== 'object') continue;
    const sum = classes.get(name) ?? { size: 0, count: 0 };
    sum.size += nodes[at + field.self_size];
    sum.count += 1;
    classes.set(name, sum);
  }
  return { classes, list, width: n.length };
}

/** The shortest way from the root to an object of a class. */
function pathTo({ list, width }, name) {
  const cameFrom = new Map([[list[0], undefined]]);
  for (const node of cameFrom.keys()) {
    if (node.type === 'object' && node.name === name) {
      const steps = [];
      for (let step = node; step; step = cameFrom.get(step)?.node) {
        const key = cameFrom.get(step)?.key ?? '';
        steps.unshift(`  ${key} → ${step.name || step.type}`);
      }
      return steps;
    }
    for (const { to, key } of node.edges) {
      const next = list[to / width];
      if (!cameFrom.has(next)) cameFrom.set(next, { node, key });
    }
  }
  return ['  (not found)'];
}
