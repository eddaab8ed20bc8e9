// #region route
export function fewestStops(neighbors, from, to) {
  const cameFrom = new Map([[from, null]]);
  const queue = [from];
  for (let next = 0; next < queue.length; next += 1) {
    const depot = queue[next];
    if (depot === to) {
      const route = [];
      for (let at = to; at !== null; at = cameFrom.get(at)) route.push(at);
      return route.reverse();
    }
    for (const neighbor of neighbors.get(depot) ?? []) {
      if (cameFrom.has(neighbor)) continue;
      cameFrom.set(neighbor, depot);
      queue.push(neighbor);
    }
  }
  return null;
}
// #endregion route
