// fails: Other sites give the start page
// says: compares the host name but not the port.
const own = 'https://shop.test';

export function safeTarget(next) {
  if (typeof next !== 'string' || !URL.canParse(next, own)) return '/';
  const url = new URL(next, own);
  const target = url.pathname + url.search + url.hash;
  return url.hostname === 'shop.test' && url.protocol === 'https:' && !target.startsWith('//') ? target : '/';
}
