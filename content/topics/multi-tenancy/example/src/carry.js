import { asTenant, tenant } from './tenant.js';

// #region carry
const cache = new Map();

export async function cached(key, load) {
  const full = `${tenant()}:${key}`;
  if (!cache.has(full)) cache.set(full, await load());
  return cache.get(full);
}

const queue = [];

export function enqueue(kind, payload) {
  queue.push(JSON.stringify({ choirId: tenant(), kind, payload }));
}

export async function work(handlers) {
  for (let message; (message = queue.shift());) {
    const { choirId, kind, payload } = JSON.parse(message);
    await asTenant(choirId, () => handlers[kind](payload));
  }
}
// #endregion carry
