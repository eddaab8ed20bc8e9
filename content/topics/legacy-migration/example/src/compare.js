import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

// #region where
/** The path of the first difference, such as `.body.readings[].used`. */
export function where(a, b, path = '') {
  if (isDeepStrictEqual(a, b)) return undefined;
  const isBranch = (x) => typeof x === 'object' && x !== null;
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b))
    return path;
  if (Array.isArray(a) && a.length !== b.length) return `${path}.length`;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const step = Array.isArray(a) ? '[]' : `.${key}`;
    const found = where(a[key], b[key], path + step);
    if (found !== undefined) return found;
  }
}
// #endregion where

const HEADERS = ['accept', 'accept-language', 'authorization', 'cookie'];

export function comparer({ old, fresh, settle = 2000, limit = 10 }) {
  const counts = new Map(); // kind => { count, example }
  let running = 0;

  const note = (kind, example) => {
    const entry = counts.get(kind) ?? { count: 0, example };
    counts.set(kind, { ...entry, count: entry.count + 1 });
  };

  const ask = async (base, { url, headers }) => {
    const response = await fetch(base + url, {
      headers: [
        ...HEADERS.flatMap((name) =>
          headers[name] ? [[name, headers[name]]] : [],
        ),
        ['x-comparison', '1'],
      ],
      redirect: 'manual',
      signal: AbortSignal.timeout(2000),
    });
    const { served_at: _, ...body } = await response.json();
    return { status: response.status, body };
  };

  // #region compare
  const difference = async (request) => {
    const [was, is] = await Promise.allSettled([
      ask(old, request),
      ask(fresh, request),
    ]);
    if (was.status === 'rejected') return 'not comparable';
    if (is.status === 'rejected') return 'no response';
    return where(was.value, is.value) ?? 'same';
  };

  const compare = async (request) => {
    if (running >= limit) return note('skipped');
    running += 1;
    try {
      let kind = await difference(request);
      if (kind !== 'same') {
        await sleep(settle); // perhaps the copy was only late
        kind = await difference(request);
      }
      note(kind, request.url);
    } catch {
      note('not comparable', request.url);
    } finally {
      running -= 1;
    }
  };
  // #endregion compare

  return { compare, counts, isIdle: () => running === 0 };
}
