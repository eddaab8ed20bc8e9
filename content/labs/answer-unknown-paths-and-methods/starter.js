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

export function fetch(request) {
  const route = routes.find(({ path }) => request.url.endsWith(path));
  return new Response(route ? route.handle() : '');
}
