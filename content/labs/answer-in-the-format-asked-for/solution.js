export function choose(accept, offered) {
  const ranges = (accept ?? '').split(',').map(read).filter(({ range }) => range !== '');
  if (ranges.length === 0) return offered[0];

  let best;
  let bestWeight = 0;
  for (const type of offered) {
    const weight = weightOf(type, ranges);
    if (weight > bestWeight) [best, bestWeight] = [type, weight];
  }
  return best;
}

function read(part) {
  const [range, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const text = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = text === undefined || text === '' ? 1 : Number(text);
  return { range, weight: weight >= 0 && weight <= 1 ? weight : 1 };
}

function weightOf(type, ranges) {
  const [main] = type.split('/');
  for (const wanted of [type, `${main}/*`, '*/*']) {
    const found = ranges.find(({ range }) => range === wanted);
    if (found) return found.weight;
  }
  return 0;
}

export function respond(request, bodies) {
  const headers = { Vary: 'Accept' };
  const type = choose(request.headers.get('Accept'), Object.keys(bodies));
  if (type === undefined) return new Response('Not acceptable', { status: 406, headers });
  return new Response(bodies[type], { headers: { ...headers, 'Content-Type': type } });
}
