// fails: A lookup compares the key with only a few points
// says: goes through the points from the first on instead of searching by halves.
export function createRing(hash, points) {
  const nodes = new Set();
  let ring = [];

  const build = () => {
    ring = [...nodes].flatMap((node) => Array.from({ length: points }, (_, i) => ({ at: hash(`${node}#${i}`), node })));
    ring.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : 1));
  };

  return {
    add(node) {
      nodes.add(node);
      build();
    },
    remove(node) {
      nodes.delete(node);
      build();
    },
    nodeFor(key) {
      const at = hash(key);
      return (ring.find((point) => point.at >= at) ?? ring[0])?.node;
    },
  };
}
