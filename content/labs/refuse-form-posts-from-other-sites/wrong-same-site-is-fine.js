// fails: Another subdomain is another origin
export function isForged(request, ownOrigin) {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return site === 'cross-site';
  const origin = request.headers.get('Origin');
  return origin !== null && origin !== ownOrigin;
}

export const protect = (transfer, ownOrigin) => async (request) =>
  isForged(request, ownOrigin) ? new Response('', { status: 403 }) : transfer(request);
