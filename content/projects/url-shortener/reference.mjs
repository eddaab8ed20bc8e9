// A solution of the URL Shortener without packages. It keeps links in memory, so it needs no cache, and loses clicks when it stops.
import { randomInt } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const authors = new Map([
  ['test-author-1', 1],
  ['test-author-2', 2],
]);
const links = new Map();
const clicks = new Map();
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const noStore = { 'cache-control': 'no-store' };
const notFound = () => new Problem(404, 'not-found', 'There is no such link', { headers: noStore });

function authorOf({ bearer }) {
  const author = authors.get(bearer);
  if (!author) throw new Problem(401, 'token', 'A valid token is needed', { headers: { 'www-authenticate': 'Bearer' } });
  return author;
}

function ownLink(context) {
  const author = authorOf(context);
  const link = links.get(context.params.code.toLowerCase());
  if (link?.author !== author) throw notFound();
  return link;
}

const shown = ({ author, ...link }) => link;
const withVersion = (link) => ({ headers: { etag: `"${link.version}"` }, body: shown(link) });

function checkTarget(target, ownHost) {
  const url = typeof target === 'string' && /^[\x21-\x7e]+$/.test(target) && URL.canParse(target) ? new URL(target) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  check(
    ['target', isWeb && target.length <= 2048, 'must be an http or https URL of at most 2,048 characters'],
    ['target', url?.username === '' && url.password === '', 'must have no user name and no password'],
    ['target', url?.host !== ownHost, 'must not lead to this service'],
  );
}

const randomCode = () => Array.from({ length: 7 }, () => alphabet[randomInt(alphabet.length)]).join('');

async function create(context) {
  const author = authorOf(context);
  const { target, code: wanted } = await context.json();
  checkTarget(target, context.headers.host);
  check(['code', wanted === undefined || /^[0-9a-z-]{4,32}$/.test(wanted), 'must have 4 to 32 of a-z, 0-9 and hyphen']);
  let code = wanted ?? randomCode();
  while (wanted === undefined && links.has(code)) code = randomCode();
  if (links.has(code)) throw new Problem(409, 'code-taken', 'This code was used before');
  const link = { code, author, target, version: 1, createdAt: new Date().toISOString(), withdrawnAt: null };
  links.set(code, link);
  return { status: 201, headers: { location: `/api/links/${code}` }, body: shown(link) };
}

async function change(context) {
  const link = ownLink(context);
  const { target } = await context.json();
  const wanted = context.headers['if-match'];
  if (link.withdrawnAt) throw new Problem(410, 'withdrawn', 'The link is withdrawn');
  if (wanted === undefined) throw new Problem(428, 'if-match', 'Say in If-Match which version you change');
  if (wanted !== `"${link.version}"`) throw new Problem(412, 'version', 'Someone else changed the link');
  checkTarget(target, context.headers.host);
  Object.assign(link, { target, version: link.version + 1 });
  return withVersion(link);
}

/** Unknown codes per address in the present minute. */
const misses = new Map();
setInterval(() => misses.clear(), 60_000).unref();

function redirect({ request, params }) {
  const link = links.get(params.code.toLowerCase());
  if (!link) {
    const address = request.socket.remoteAddress;
    misses.set(address, (misses.get(address) ?? 0) + 1);
    const headers = { ...noStore, 'retry-after': '60' };
    if (misses.get(address) > 60) throw new Problem(429, 'too-many', 'Too many unknown codes', { headers });
    throw notFound();
  }
  if (link.withdrawnAt) return { status: 410, headers: { ...noStore, 'content-type': 'text/html' }, body: '<p>This sign is out of date.</p>' };
  if (request.method === 'GET') {
    const key = `${link.code} ${new Date().toISOString().slice(0, 10)}`;
    clicks.set(key, (clicks.get(key) ?? 0) + 1);
  }
  return { status: 302, headers: { ...noStore, location: link.target } };
}

serve({
  'GET /api/health': () => ({ body: { status: 'ok' } }),
  'POST /api/links': create,
  'GET /api/links': (context) => {
    const author = authorOf(context);
    const limit = Number(context.query.get('limit') ?? 50);
    const cursor = context.query.get('cursor');
    const own = [...links.values()].filter((link) => link.author === author).reverse();
    const start = cursor === null ? 0 : own.findIndex((link) => link.code === cursor) + 1;
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100) || (cursor !== null && start === 0))
      throw new Problem(400, 'query', 'A parameter is not valid');
    const items = own.slice(start, start + limit);
    return { body: { items: items.map(shown), nextCursor: own.length > start + limit ? items.at(-1).code : null } };
  },
  'GET /api/links/{code}': (context) => withVersion(ownLink(context)),
  'PATCH /api/links/{code}': change,
  'DELETE /api/links/{code}': (context) => {
    ownLink(context).withdrawnAt ??= new Date().toISOString();
    return { status: 204 };
  },
  'GET /api/links/{code}/clicks': (context) => {
    const { code } = ownLink(context);
    const own = [...clicks].filter(([key]) => key.startsWith(`${code} `));
    return { body: { days: own.map(([key, count]) => ({ day: key.slice(-10), clicks: count })) } };
  },
  'GET /{code}': redirect,
});
