export function createRing(hash, points) {
  const nodes = [];
  return {
    add: (node) => nodes.push(node),
    remove: (node) => nodes.splice(nodes.indexOf(node), 1),
    nodeFor: (key) => nodes[hash(key) % nodes.length],
  };
}
