// fails: A full address of the site gives its path
// says: returns the text as it came, not the path of the address that was read.
export function safeTarget(next) {
  if (typeof next !== 'string' || next === '' || !URL.canParse(next, 'https://shop.test')) return '/';
  return new URL(next, 'https://shop.test').origin === 'https://shop.test' ? next : '/';
}
