const handlers = {
  list: () => 'all books',
  add: () => 'added',
  show: (id) => `book ${id}`,
};

const routes = [
  { method: 'GET', path: '/books', handle: handlers.list },
  { method: 'POST', path: '/books', handle: handlers.add },
  { method: 'GET', path: '/books/:id', handle: handlers.show },
];

/** The values of the parameters, or undefined when the path doesn't fit. */
function match(pattern, pathname) {
  const wanted = pattern.split('/');
  const found = pathname.split('/');
  if (wanted.length !== found.length) return undefined;
  const values = [];
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':') && found[index] !== '') values.push(decodeURIComponent(found[index]));
    else if (part !== found[index]) return undefined;
  }
  return values;
}

export function fetch(request) {
  const { pathname } = new URL(request.url);
  const here = routes.filter(({ path }) => match(path, pathname));
  if (here.length === 0) return new Response('Not found', { status: 404 });
  const route = here.find(({ method }) => method === request.method);
  if (!route) {
    const allow = here.map(({ method }) => method).join(', ');
    return new Response('Method not allowed', { status: 405, headers: { Allow: allow } });
  }
  return new Response(route.handle(...match(route.path, pathname)));
}
