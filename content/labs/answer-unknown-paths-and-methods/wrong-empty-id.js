// fails: An empty id is not a book
// says: accepts an empty part as an id.
const routes = [['GET', /^\/books$/, () => 'all books'], ['POST', /^\/books$/, () => 'added'], ['GET', /^\/books\/([^/]*)$/, (id) => `book ${id}`]];

export function fetch(request) {
  const { pathname } = new URL(request.url);
  const here = routes.filter(([, pattern]) => pattern.test(pathname));
  if (here.length === 0) return new Response('', { status: 404 });
  const route = here.find(([method]) => method === request.method);
  if (!route) return new Response('', { status: 405, headers: { Allow: here.map(([method]) => method).join(', ') } });
  return new Response(route[2](route[1].exec(pathname)[1]));
}
