// fails: Nothing comes back that only a browser reads as another site
export function safeTarget(next) {
  if (typeof next !== 'string' || !URL.canParse(next, 'https://shop.test')) return '/';
  const url = new URL(next, 'https://shop.test');
  return url.origin === 'https://shop.test' ? url.pathname + url.search + url.hash : '/';
}
