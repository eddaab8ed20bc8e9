// A solution of the Feature Flag Service without packages: versions in memory, one environment, and no client library.
import { createHash } from 'node:crypto';
import { Problem, serve } from '../serve.mjs';

const roles = new Map([
  ['test-operator', 'operator'],
  ['test-reader', 'reader'],
  ['test-client', 'client'],
]);
/** All versions of each flag, the oldest first. */
const flags = new Map();
const streams = new Set();
let revision = 0;
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

function authorize({ bearer, params }, ...allowed) {
  const role = roles.get(bearer);
  if (!role) throw new Problem(401, 'token', 'A valid token is needed');
  if (!allowed.includes(role)) throw new Problem(403, 'role', 'This token may not do that');
  if (params.env !== undefined && params.env !== 'production') throw notFound();
}

const latest = (key) => {
  const newest = flags.get(key)?.at(-1);
  return newest?.isArchived ? undefined : newest;
};
const shown = ({ key, version, flag, author, reason }) => ({ headers: { etag: `"${version}"` }, body: { key, version, ...flag, author, reason } });

// Rules.
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const operators = {
  in: (value, values) => values.includes(value),
  'not-in': (value, values) => !values.includes(value),
  gte: (value, [least]) => isNumber(value) && value >= least,
  lte: (value, [most]) => isNumber(value) && value <= most,
};

function mistakesOf({ type, variants, on, off, salt, rules, reason }) {
  const paths = [];
  const ask = (isRight, path) => isRight || paths.push(path);
  const names = Object.keys(Object(variants));
  ask(['boolean', 'string', 'number'].includes(type), '/type');
  for (const name of names) ask(typeof variants[name] === type, `/variants/${name}`);
  ask(typeof on === 'boolean', '/on');
  ask(names.includes(off), '/off');
  ask(typeof salt === 'string' && salt !== '', '/salt');
  ask(Array.isArray(rules), '/rules');
  ask(typeof reason === 'string' && reason.trim().length >= 10 && reason.length <= 500, '/reason');
  for (const [index, given] of Array.isArray(rules) ? rules.entries() : []) {
    const rule = Object(given);
    for (const [place, each] of Array.isArray(rule.if) ? rule.if.entries() : []) {
      const condition = Object(each);
      ask(Object.hasOwn(operators, condition.op), `/rules/${index}/if/${place}/op`);
      ask(typeof condition.attr === 'string', `/rules/${index}/if/${place}/attr`);
      ask(Array.isArray(condition.values) && condition.values.length > 0, `/rules/${index}/if/${place}/values`);
    }
    ask(Array.isArray(rule.if), `/rules/${index}/if`);
    ask(rule.share === undefined || (isNumber(rule.share) && rule.share >= 0 && rule.share <= 100), `/rules/${index}/share`);
    ask(names.includes(rule.then), `/rules/${index}/then`);
  }
  return paths;
}

const place = (salt, id) => (createHash('sha256').update(`${salt}:${id}`).digest().readUInt32BE(0) / 2 ** 32) * 100;

function matches({ if: conditions, share }, salt, context) {
  const fits = conditions.every(({ attr, op, values }) => Object.hasOwn(context, attr) && operators[op](context[attr], values));
  if (!fits || share === undefined) return fits;
  return context.id !== undefined && place(salt, context.id) < share;
}

function explain({ flag: { on, off, salt, variants, rules } }, context) {
  const results = rules.map((rule) => ({ then: rule.then, matched: matches(rule, salt, context) }));
  const first = on ? results.find(({ matched }) => matched) : undefined;
  const variant = first?.then ?? off;
  return { value: variants[variant], variant, reason: on ? (first ? 'rule' : 'no rule matched') : 'off', rules: results };
}

function add(key, version) {
  const versions = flags.get(key) ?? [];
  const next = { key, version: versions.length + 1, author: 'operator', at: new Date().toISOString(), ...version };
  flags.set(key, [...versions, next]);
  revision += 1;
  for (const response of streams) response.write(`event: revision\ndata: ${revision}\n\n`);
  return next;
}

/** Refuses a change that is not based on the present version. */
function checkCondition({ headers }, present) {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (match === undefined && none === undefined) throw new Problem(428, 'condition', 'Say in If-Match which version you change');
  const isRight = none === '*' ? present === undefined : present !== undefined && match === `"${present.version}"`;
  if (!isRight) throw new Problem(412, 'version', 'Someone else changed the flag');
}

function present(context) {
  const found = latest(context.params.key);
  if (!found) throw notFound();
  return found;
}

serve({
  'GET /v1/envs/{env}/flags': (context) => {
    authorize(context, 'operator', 'reader');
    const all = [...flags.keys()].map(latest).filter(Boolean);
    return { body: { items: all.map(({ key, version, at, flag }) => ({ key, version, on: flag.on, at })) } };
  },
  'GET /v1/envs/{env}/flags/{key}': (context) => {
    authorize(context, 'operator', 'reader');
    return shown(present(context));
  },
  'PUT /v1/envs/{env}/flags/{key}': async (context) => {
    authorize(context, 'operator');
    const { reason, ...flag } = await context.json();
    const before = latest(context.params.key);
    checkCondition(context, before);
    const errors = mistakesOf({ ...flag, reason });
    if (errors.length > 0) throw new Problem(422, 'validation', 'The flag is not valid', { errors: errors.map((path) => ({ path })) });
    return { status: before ? 200 : 201, ...shown(add(context.params.key, { flag, reason })) };
  },
  'POST /v1/envs/{env}/flags/{key}/restore': async (context) => {
    authorize(context, 'operator');
    const { version, reason } = await context.json();
    checkCondition(context, present(context));
    const old = flags.get(context.params.key).find((each) => each.version === version);
    if (!old || typeof reason !== 'string' || reason.trim().length < 10) throw new Problem(422, 'validation', 'The version or the reason is not valid');
    return shown(add(context.params.key, { flag: old.flag, reason }));
  },
  'DELETE /v1/envs/{env}/flags/{key}': (context) => {
    authorize(context, 'operator');
    const found = present(context);
    checkCondition(context, found);
    add(context.params.key, { flag: found.flag, reason: 'Archived by an operator', isArchived: true });
    return { status: 204 };
  },
  'GET /v1/envs/{env}/flags/{key}/history': (context) => {
    authorize(context, 'operator', 'reader');
    const versions = flags.get(context.params.key);
    if (!versions) throw notFound();
    return { body: { items: versions.map(({ version, author, reason, at, flag }) => ({ version, author, reason, at, flag })) } };
  },
  'POST /v1/envs/{env}/explain': async (context) => {
    authorize(context, 'operator', 'reader');
    const { flag, context: given } = await context.json();
    const found = latest(flag);
    if (!found) throw notFound();
    return { body: explain(found, Object(given)) };
  },
  'GET /v1/rules': (context) => {
    authorize(context, 'client');
    const etag = `"${revision}"`;
    if (context.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    const all = [...flags.keys()].map(latest).filter(Boolean);
    return { headers: { etag }, body: { revision, flags: Object.fromEntries(all.map(({ key, flag }) => [key, flag])) } };
  },
  'GET /v1/stream': (context) => {
    authorize(context, 'client');
    const { response } = context;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: revision\ndata: ${revision}\n\n`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  },
  'POST /v1/usage': async (context) => {
    authorize(context, 'client');
    await context.json();
    return { status: 202 };
  },
});
