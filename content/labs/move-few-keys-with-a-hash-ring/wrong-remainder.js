// fails: A new node takes keys for itself only, and about its share
export function createRing(hash) {
  let nodes = [];
  return {
    add(node) {
      nodes = [...new Set([...nodes, node])].sort();
    },
    remove(node) {
      nodes = nodes.filter((each) => each !== node);
    },
    nodeFor: (key) => nodes[hash(key) % nodes.length],
  };
}
