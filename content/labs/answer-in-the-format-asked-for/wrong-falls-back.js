// fails: When nothing fits, the result is undefined
// says: returns the first type even when nothing fits.
const read = (part) => {
  const [range, ...more] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = more.find((each) => each.startsWith('q='))?.slice(2);
  return { range, weight: q && !Number.isNaN(Number(q)) ? Number(q) : 1 };
};

export function choose(accept, offered) {
  const ranges = (accept ?? '').split(',').map(read).filter(({ range }) => range);
  const weightOf = (type) =>
    [type, `${type.split('/')[0]}/*`, '*/*'].map((wanted) => ranges.find(({ range }) => range === wanted)).find(Boolean)?.weight ?? 0;
  return offered.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
}

export function respond(request, bodies) {
  const type = choose(request.headers.get('Accept'), Object.keys(bodies));
  return new Response(bodies[type], { headers: { Vary: 'Accept', 'Content-Type': type } });
}
