// fails: A wrong method on an unknown path is 404
// says: looks at the method before the path, so that an unknown path gets 405.
const routes = [['GET', /^\/books$/, () => 'all books'], ['POST', /^\/books$/, () => 'added'], ['GET', /^\/books\/([^/]+)$/, (id) => `book ${id}`]];

export function fetch(request) {
  const { pathname } = new URL(request.url);
  const sameMethod = routes.filter(([method]) => method === request.method);
  const here = routes.filter(([, pattern]) => pattern.test(pathname));
  const allow = here.map(([method]) => method).join(', ');
  if (sameMethod.length === 0 || (here.length > 0 && !here.some(([method]) => method === request.method)))
    return new Response('', { status: 405, headers: { Allow: allow } });
  for (const [, pattern, handle] of sameMethod) {
    const found = pattern.exec(pathname);
    if (found) return new Response(handle(found[1]));
  }
  return new Response('', { status: 404 });
}
