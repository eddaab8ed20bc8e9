// fails: Programs other than browsers are let through
export function isForged(request, ownOrigin) {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return !['same-origin', 'none'].includes(site);
  return request.headers.get('Origin') !== ownOrigin;
}

export const protect = (transfer, ownOrigin) => async (request) =>
  isForged(request, ownOrigin) ? new Response('', { status: 403 }) : transfer(request);
