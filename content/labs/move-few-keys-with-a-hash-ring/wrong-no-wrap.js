// fails: A key belongs to the next point, and after the last to the first
export function createRing(hash, points) {
  let ring = [];
  return {
    add(node) {
      if (ring.some((point) => point.node === node)) return;
      for (let i = 0; i < points; i += 1) ring.push({ at: hash(`${node}#${i}`), node });
      ring.sort((a, b) => a.at - b.at || a.node.localeCompare(b.node));
    },
    remove(node) {
      ring = ring.filter((point) => point.node !== node);
    },
    nodeFor(key) {
      const value = hash(key);
      return (ring.find((point) => point.at >= value) ?? ring.at(-1))?.node;
    },
  };
}
