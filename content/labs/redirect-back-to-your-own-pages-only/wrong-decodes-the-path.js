// fails: Paths of the site are kept, with query and fragment
// says: decodes the URL again before it returns it.
const own = 'https://shop.test';

export function safeTarget(next) {
  if (typeof next !== 'string' || !URL.canParse(next, own)) return '/';
  const url = new URL(next, own);
  const target = url.pathname + url.search + url.hash;
  return url.origin === own && !target.startsWith('//') ? decodeURIComponent(target) : '/';
}
