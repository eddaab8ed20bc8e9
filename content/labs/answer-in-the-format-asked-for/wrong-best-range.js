// fails: The most specific range decides, not the first or the best
// says: takes the highest weight of all ranges that fit, not the weight of the most specific one.
const read = (part) => {
  const [range, ...more] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = more.find((each) => each.startsWith('q='))?.slice(2);
  const weight = q ? Number(q) : 1;
  return { range, weight: Number.isNaN(weight) ? 1 : weight };
};
const fits = (range, type) => range === '*/*' || range === type || range === `${type.split('/')[0]}/*`;

export function choose(accept, offered) {
  const ranges = (accept ?? '').split(',').map(read).filter(({ range }) => range);
  if (ranges.length === 0) return offered[0];
  const none = ranges.filter(({ weight }) => weight === 0).map(({ range }) => range);
  let best;
  let top = 0;
  for (const type of offered) {
    const weight = none.includes(type) ? 0 : Math.max(0, ...ranges.filter(({ range }) => fits(range, type)).map((each) => each.weight));
    if (weight > top) [best, top] = [type, weight];
  }
  return best;
}

export function respond(request, bodies) {
  const type = choose(request.headers.get('Accept'), Object.keys(bodies));
  const headers = { Vary: 'Accept', 'Content-Type': type ?? 'text/plain' };
  return new Response(bodies[type] ?? '', { status: type ? 200 : 406, headers });
}
