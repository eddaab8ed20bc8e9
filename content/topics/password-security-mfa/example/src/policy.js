import { createHash } from 'node:crypto';

// #region policy
/** What's wrong with a new password; undefined if nothing is. */
export async function problemOf(typed, { hasSecondFactor, names, fetch }) {
  const password = typed.normalize('NFC');
  const length = [...password].length; // code points
  const minimum = hasSecondFactor ? 8 : 15;
  if (length < minimum) return `Use at least ${minimum} characters.`;
  if (password.length > 256) return 'Use at most 256 characters.';
  if (names.includes(password.toLowerCase())) return 'Too easy to guess.';
  if (await isLeaked(password, fetch)) return 'Found in a list of leaks.';
  return undefined;
}
// #endregion policy

// #region leaked
/** Asks Have I Been Pwned with five digits of the hash. */
export async function isLeaked(password, fetch = globalThis.fetch) {
  const sha1 = createHash('sha1').update(password).digest('hex').toUpperCase();
  const res = await fetch(
    `https://api.pwnedpasswords.com/range/${sha1.slice(0, 5)}`,
    {
      headers: { 'Add-Padding': 'true' }, // lines with the count 0
      signal: AbortSignal.timeout(2000),
    },
  );
  if (!res.ok) throw new Error(`the leak service responded ${res.status}`);
  const lines = (await res.text()).split('\r\n');
  return lines.some((line) => {
    const [suffix, count] = line.split(':');
    return suffix === sha1.slice(5) && Number(count) > 0;
  });
}
// #endregion leaked
