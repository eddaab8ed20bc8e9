// fails: A wrong method gets 405 and the allowed methods
// says: answers 404 for a wrong method on a known path, where 405 is asked for.
const routes = [['GET', /^\/books$/, () => 'all books'], ['POST', /^\/books$/, () => 'added'], ['GET', /^\/books\/([^/]+)$/, (id) => `book ${id}`]];

export function fetch(request) {
  const { pathname } = new URL(request.url);
  for (const [method, pattern, handle] of routes) {
    const found = pattern.exec(pathname);
    if (found && method === request.method) return new Response(handle(found[1]));
  }
  return new Response('Not found', { status: 404 });
}
