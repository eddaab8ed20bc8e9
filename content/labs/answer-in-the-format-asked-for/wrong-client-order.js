// fails: The higher weight wins; among equals, the order of your types decides
// says: goes by the order of the ranges in the header and ignores their weights.
export function choose(accept, offered) {
  const ranges = (accept ?? '').toLowerCase().split(',').map((part) => part.split(';')[0].trim()).filter(Boolean);
  if (ranges.length === 0) return offered[0];
  for (const range of ranges) {
    const found = offered.find((type) => range === '*/*' || range === type || range === `${type.split('/')[0]}/*`);
    if (found) return found;
  }
  return undefined;
}

export function respond(request, bodies) {
  const type = choose(request.headers.get('Accept'), Object.keys(bodies));
  const headers = { Vary: 'Accept', 'Content-Type': type ?? 'text/plain' };
  return new Response(bodies[type] ?? '', { status: type ? 200 : 406, headers });
}
