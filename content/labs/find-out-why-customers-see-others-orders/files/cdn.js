/** A small shared cache: it keeps responses by URL for as long as `Cache-Control` allows. */
export function createCdn({ origin, now }) {
  const stored = new Map();

  function lifetimeOf(response) {
    const directives = (response.headers.get('Cache-Control') ?? '').toLowerCase().split(',').map((each) => each.trim());
    const isShared = !directives.some((each) => ['private', 'no-store', 'no-cache'].includes(each.split('=')[0]));
    const seconds = (name) => Number(directives.find((each) => each.startsWith(`${name}=`))?.split('=')[1]);
    const age = Number.isNaN(seconds('s-maxage')) ? seconds('max-age') : seconds('s-maxage');
    return isShared && age > 0 && response.headers.get('Vary') !== '*' ? age * 1000 : 0;
  }

  const keyOf = (request, vary) => vary.map((name) => request.headers.get(name) ?? '').join('\n');

  return async function handle(request) {
    const entry = stored.get(request.url);
    if (entry && now() < entry.expires && keyOf(request, entry.vary) === entry.key)
      return { isHit: true, response: entry.response.clone() };
    const response = await origin(request);
    const lifetime = request.method === 'GET' ? lifetimeOf(response) : 0;
    const vary = (response.headers.get('Vary') ?? '').split(',').map((each) => each.trim()).filter(Boolean);
    if (lifetime > 0) stored.set(request.url, { response: response.clone(), expires: now() + lifetime, vary, key: keyOf(request, vary) });
    return { isHit: false, response };
  };
}
