// A solution of the Simple REST API without packages.
import { createServer } from 'node:http';

class Problem extends Error {
  constructor(status, type, title, more = {}) {
    super(title);
    const { headers, errors } = more;
    Object.assign(this, { status, headers, body: { type: `/problems/${type}`, title, status, errors } });
  }
}
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');
const badQuery = (name) => new Problem(400, 'query', `The parameter ${name} is not valid`);

// The store: it hands out copies, and never gives an id twice.
const boulders = new Map();
let lastId = 0;
function add(boulder) {
  lastId += 1;
  const stored = { id: String(lastId), ...boulder, createdAt: new Date().toISOString() };
  boulders.set(lastId, stored);
  return { ...stored };
}

// The rules.
const walls = ['cave', 'slab', 'tower'];
const rules = {
  name: [(value) => typeof value === 'string' && value.trim() !== '' && value.trim().length <= 60, 'must have 1 to 60 characters'],
  wall: [(value) => walls.includes(value), `must be ${walls.join(', ')}`],
  grade: [(value) => Number.isInteger(value) && value >= 0 && value <= 17, 'must be a whole number from 0 to 17'],
};

/** @param present the boulder that a PUT replaces, whose id and createdAt may be repeated. */
function readBoulder(body, present) {
  const invalid = Object.entries(rules).filter(([field, [fits]]) => !fits(body[field]));
  const errors = invalid.map(([field, [, message]]) => ({ field, message }));
  for (const field of Object.keys(body).filter((name) => !Object.hasOwn(rules, name))) {
    const isKept = present && ['id', 'createdAt'].includes(field) && body[field] === present[field];
    if (!isKept) errors.push({ field, message: 'is set by the server or unknown' });
  }
  if (errors.length > 0) throw new Problem(422, 'invalid-boulder', 'The boulder is not valid', { errors });
  return { name: body.name.trim(), wall: body.wall, grade: body.grade };
}

/** A whole number in a query; undefined when it is absent. */
function numberOf(query, name, { least, most }) {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) throw badQuery(name);
  return Number(text);
}

function list(query) {
  const names = [...query.keys()];
  const strange = names.find((name, index) => !['wall', 'minGrade', 'maxGrade', 'limit', 'after'].includes(name) || names.indexOf(name) !== index);
  if (strange !== undefined) throw badQuery(strange);
  const wall = query.get('wall');
  const min = numberOf(query, 'minGrade', { least: 0, most: 17 }) ?? 0;
  const max = numberOf(query, 'maxGrade', { least: 0, most: 17 }) ?? 17;
  const limit = numberOf(query, 'limit', { least: 1, most: 100 }) ?? 50;
  const after = numberOf(query, 'after', { least: 0, most: 999_999_999 }) ?? 0;
  if (wall !== null && !walls.includes(wall)) throw badQuery('wall');
  if (min > max) throw badQuery('minGrade');
  const fits = (boulder) => (!wall || boulder.wall === wall) && boulder.grade >= min && boulder.grade <= max;
  const all = [...boulders].flatMap(([id, boulder]) => (id > after && fits(boulder) ? [boulder] : []));
  const items = all.slice(0, limit);
  const next = new URLSearchParams(query);
  next.set('limit', String(limit));
  next.set('after', items.at(-1)?.id ?? '');
  return { items, next: all.length > limit ? `/boulders?${next}` : null };
}

// HTTP.
async function readJson(request) {
  if (!/^application\/json *(?:;|$)/i.test(request.headers['content-type'] ?? '')) throw new Problem(415, 'media-type', 'The body must be JSON');
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= 16_384) chunks.push(chunk);
  }
  if (size > 16_384) throw new Problem(413, 'too-large', 'The body is above 16 KiB');
  let body;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not valid JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem(400, 'no-object', 'The body is no object');
  return body;
}

function refuse(method, allowed) {
  throw new Problem(405, 'method-not-allowed', `${method} is not possible here`, { headers: { allow: allowed } });
}

async function respond(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (pathname === '/boulders') {
    if (method === 'GET') return { body: list(searchParams) };
    if (method !== 'POST') refuse(method, 'GET, HEAD, POST');
    const boulder = add(readBoulder(await readJson(request)));
    return { status: 201, headers: { location: `/boulders/${boulder.id}` }, body: boulder };
  }
  const [, text] = /^\/boulders\/([1-9]\d{0,8})$/.exec(pathname) ?? [];
  if (!text) throw notFound();
  if (!['GET', 'PUT', 'DELETE'].includes(method)) refuse(method, 'DELETE, GET, HEAD, PUT');
  const id = Number(text);
  // The body first: while it comes in, another request can delete the boulder.
  const body = method === 'PUT' && (await readJson(request));
  const boulder = boulders.get(id);
  if (!boulder) throw notFound();
  if (method === 'GET') return { body: boulder };
  if (method === 'DELETE') {
    boulders.delete(id);
    return { status: 204 };
  }
  const changed = { ...boulder, ...readBoulder(body, boulder) };
  boulders.set(id, changed);
  return { body: changed };
}

for (let grade = 0; grade < 12; grade += 1) add({ name: `Boulder ${grade}`, wall: walls[grade % 3], grade });

const server = createServer(async (request, response) => {
  const { status = 200, body, headers } = await respond(request).catch((error) => {
    if (error instanceof Problem) return error;
    console.error(error);
    return new Problem(500, 'unexpected', 'Something went wrong');
  });
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { ...(body && { 'content-type': type }), ...headers });
  response.end(request.method === 'HEAD' ? undefined : body && JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${server.address().port}`));
