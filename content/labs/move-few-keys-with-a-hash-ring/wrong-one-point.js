// fails: Keys of a removed node are spread over the others, and the rest stay
export function createRing(hash) {
  let ring = [];
  return {
    add(node) {
      if (ring.some((point) => point.node === node)) return;
      ring.push({ at: hash(`${node}#0`), node });
      ring.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : 1));
    },
    remove(node) {
      ring = ring.filter((point) => point.node !== node);
    },
    nodeFor(key) {
      const value = hash(key);
      return (ring.find((point) => point.at >= value) ?? ring[0])?.node;
    },
  };
}
