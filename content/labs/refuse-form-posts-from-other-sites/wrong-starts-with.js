// fails: Older browsers are judged by Origin
export function isForged(request, ownOrigin) {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return !['same-origin', 'none'].includes(site);
  const origin = request.headers.get('Origin');
  return origin !== null && !origin.startsWith(ownOrigin);
}

export const protect = (transfer, ownOrigin) => async (request) =>
  isForged(request, ownOrigin) ? new Response('', { status: 403 }) : transfer(request);
