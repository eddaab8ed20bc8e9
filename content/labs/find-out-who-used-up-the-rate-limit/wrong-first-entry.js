// fails: A client can't claim other addresses
// says: believes the first address in the header, which the client can choose.
import { replay } from './replay.js';

const limit = 3;
const windowLength = 60_000;

/** Counts requests by address and minute. */
function createLimiter(now) {
  let counts = new Map();
  let windowStart = -Infinity;
  return {
    /** Whether this address may send one more request in this minute. */
    allows(address) {
      const start = Math.floor(now() / windowLength) * windowLength;
      if (start !== windowStart) {
        windowStart = start;
        counts = new Map();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= limit;
    },
  };
}

/** `trustedProxies` are the addresses of our own proxies. `peer` is the address that a connection comes from. */
export function createApi({ now, trustedProxies, log = () => {} }) {
  const limiter = createLimiter(now);

  function clientAddress(request, peer) {
    return request.headers.get('X-Forwarded-For')?.split(',')[0].trim() ?? peer;
  }

  return async function handle(request, { peer }) {
    const address = clientAddress(request, peer);
    const status = limiter.allows(address) ? 200 : 429;
    log(request, { peer, address, status });
    return new Response(null, { status });
  };
}

await replay(createApi);
