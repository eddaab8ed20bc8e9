export function choose(accept, offered) {
  return offered.find((type) => (accept ?? '').includes(type)) ?? offered[0];
}

export function respond(request, bodies) {
  const type = choose(request.headers.get('Accept'), Object.keys(bodies));
  return new Response(bodies[type], { headers: { 'Content-Type': type } });
}
