// fails: A full URL of the site gives its path, query and fragment
// says: returns the string as it came in, and not the path of the parsed URL.
export function safeTarget(next) {
  if (typeof next !== 'string' || next === '' || !URL.canParse(next, 'https://shop.test')) return '/';
  return new URL(next, 'https://shop.test').origin === 'https://shop.test' ? next : '/';
}
