export function createRing(hash, points) {
  let ring = [];

  function indexFor(value) {
    let low = 0;
    let high = ring.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ring[middle].at < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(node) {
      if (ring.some((point) => point.node === node)) return;
      for (let i = 0; i < points; i += 1) ring.push({ at: hash(`${node}#${i}`), node });
      ring.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : 1));
    },
    remove(node) {
      ring = ring.filter((point) => point.node !== node);
    },
    nodeFor(key) {
      return ring.length === 0 ? undefined : ring[indexFor(hash(key)) % ring.length].node;
    },
  };
}
