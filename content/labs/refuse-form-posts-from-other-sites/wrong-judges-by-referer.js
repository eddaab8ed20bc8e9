// fails: Programs other than browsers are let through
// says: judges a request without both headers by its Referer.
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

export function isForged(request, ownOrigin) {
  if (safeMethods.includes(request.method)) return false;

  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';

  const origin = request.headers.get('Origin');
  return origin !== null ? origin !== ownOrigin : !(request.headers.get('Referer') ?? ownOrigin).startsWith(ownOrigin);
}

export function protect(transfer, ownOrigin) {
  return async (request) =>
    isForged(request, ownOrigin) ? new Response('Forbidden', { status: 403 }) : transfer(request);
}
