// A solution of the Rate Limiter Service without packages: buckets in memory, each kept as the moment at which it is full again.
import { check, Problem, serve } from '../serve.mjs';

const policies = new Map();
/** The moment at which a bucket is full again, by policy and key. Full buckets are left out. */
const fullAt = new Map();
const keyOf = (policy, key) => `${policy} ${key}`;

setInterval(() => {
  for (const [id, moment] of fullAt) if (moment <= Date.now()) fullAt.delete(id);
}, 60_000).unref();

function authorize({ bearer }, { isAdmin = false } = {}) {
  if (bearer !== 'test-service' && bearer !== 'test-admin') throw new Problem(401, 'token', 'A service token is needed');
  if (isAdmin && bearer !== 'test-admin') throw new Problem(403, 'scope', 'The admin scope is needed');
}

function policyOf(name) {
  const policy = policies.get(name);
  if (!policy) throw new Problem(404, 'policy', `There is no policy ${name}`);
  return policy;
}

/** When the bucket is full: never later than an empty one of the present policy would be. */
function momentOf({ name, capacity, perTokenMs }, key, now) {
  const moment = fullAt.get(keyOf(name, key)) ?? now;
  return Math.min(Math.max(moment, now), now + capacity * perTokenMs);
}
const tokensOf = (policy, key, now) => Math.floor(policy.capacity - (momentOf(policy, key, now) - now) / policy.perTokenMs);

async function takeTokens(context) {
  authorize(context);
  const { limits } = await context.json();
  check(['limits', Array.isArray(limits) && limits.length >= 1 && limits.length <= 5 && limits.every((limit) => limit instanceof Object), 'must be 1 to 5']);
  check(['limits', new Set(limits.map(({ policy, key }) => keyOf(policy, key))).size === limits.length, 'must have each bucket once']);
  const now = Date.now();
  const wanted = limits.map(({ policy: name, key, cost }) => {
    const policy = policyOf(name);
    check(
      ['key', typeof key === 'string' && key.length >= 1 && key.length <= 256, 'must have 1 to 256 characters'],
      ['cost', Number.isInteger(cost) && cost >= 1 && cost <= policy.capacity, 'must be 1 to the capacity'],
    );
    const next = momentOf(policy, key, now) + cost * policy.perTokenMs;
    const wait = Math.ceil(next - (now + policy.capacity * policy.perTokenMs));
    return { policy, key, next, wait, isShort: wait > 0, isEnforced: policy.mode === 'enforce' };
  });
  const short = wanted.filter(({ isShort, isEnforced }) => isShort && isEnforced).sort((a, b) => b.wait - a.wait);
  if (short.length === 0) for (const { policy, key, next, isShort } of wanted) if (!isShort) fullAt.set(keyOf(policy.name, key), next);
  const remaining = wanted.map(({ policy, key, isShort, isEnforced }) => ({
    policy: policy.name,
    key,
    tokens: tokensOf(policy, key, now),
    ...(!isEnforced && isShort && { wouldAllow: false }),
  }));
  if (short.length === 0) return { body: { allowed: true, remaining } };
  const [{ policy, key, wait }] = short;
  return { body: { allowed: false, refusedBy: { policy: policy.name, key }, retryAfterMs: wait, remaining } };
}

async function putPolicy(context) {
  authorize(context, { isAdmin: true });
  const { name } = context.params;
  const { capacity, perTokenMs, mode, whenDown } = await context.json();
  check(
    ['name', /^[a-z][a-z0-9-]{0,39}$/.test(name), 'must begin with a letter and have a to z, 0 to 9 and hyphen'],
    ['capacity', Number.isInteger(capacity) && capacity >= 1 && capacity <= 1_000_000, 'must be 1 to 1,000,000'],
    ['perTokenMs', typeof perTokenMs === 'number' && perTokenMs > 0, 'must be above 0'],
    ['mode', ['enforce', 'observe'].includes(mode), 'must be enforce or observe'],
    ['whenDown', ['allow', 'refuse'].includes(whenDown), 'must be allow or refuse'],
  );
  const before = policies.get(name);
  const policy = { name, capacity, perTokenMs, mode, whenDown, version: before?.version ?? 1 };
  if (before && JSON.stringify(policy) !== JSON.stringify(before)) policy.version += 1;
  policies.set(name, policy);
  return { status: before ? 200 : 201, body: policy };
}

serve({
  'POST /v1/checks': takeTokens,
  'GET /v1/buckets/{policy}/{key}': (context) => {
    authorize(context);
    const { policy, key } = context.params;
    return { body: { policy, key, tokens: tokensOf(policyOf(policy), key, Date.now()) } };
  },
  'DELETE /v1/buckets/{policy}/{key}': (context) => {
    authorize(context, { isAdmin: true });
    const { policy, key } = context.params;
    policyOf(policy);
    fullAt.delete(keyOf(policy, key));
    return { status: 204 };
  },
  'GET /v1/policies': (context) => {
    authorize(context);
    return { body: { items: [...policies.values()] } };
  },
  'PUT /v1/policies/{name}': putPolicy,
  'DELETE /v1/policies/{name}': (context) => {
    authorize(context, { isAdmin: true });
    const { name } = context.params;
    policyOf(name);
    policies.delete(name);
    for (const id of fullAt.keys()) if (id.startsWith(`${name} `)) fullAt.delete(id);
    return { status: 204 };
  },
  'GET /health': () => ({ body: { status: 'ok' } }),
});
