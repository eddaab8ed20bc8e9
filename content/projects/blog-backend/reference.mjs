// A solution of the Blog Backend without packages. It keeps everything in memory, where the project asks for a database.
import { createHash } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const keys = new Set(['test-author']);
/** Every slug that a post ever had. */
const slugs = new Map();
const posts = [];
const categories = new Set();
const comments = new Map();
let lastId = 0;
let lastPublication = 0;
const notFound = () => new Problem(404, 'not-found', 'There is no such post');

function authorize({ headers, bearer }) {
  if (headers.authorization !== undefined && !keys.has(bearer)) throw new Problem(401, 'key', 'The key is not valid');
  return bearer !== undefined;
}
function authorsOnly(context) {
  if (!authorize(context)) throw new Problem(401, 'key', 'A key is needed', { headers: { 'www-authenticate': 'Bearer' } });
}

const etagOf = (value) => `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url')}"`;
const timeOf = (moment) => moment && new Date(moment).toISOString();
const shown = ({ slug, title, body, categories: names, publishedAt, updatedAt }) => ({
  slug,
  title,
  body,
  categories: names,
  publishedAt: timeOf(publishedAt),
  updatedAt: timeOf(updatedAt),
});
const withComments = (post) => ({
  ...shown(post),
  comments: post.comments.filter(({ state }) => state === 'approved').map(({ id, name, body, at }) => ({ id, name, body, at: timeOf(at) })),
});

function readPost({ title, body, categories: names }) {
  check(
    ['title', typeof title === 'string' && title.trim() !== '' && title.length <= 150, 'must have 1 to 150 characters'],
    ['body', typeof body === 'string' && body.length <= 50_000, 'must have at most 50,000 characters'],
    ['categories', Array.isArray(names) && names.length >= 1 && names.length <= 5, 'must be 1 to 5'],
    ['categories', Array.isArray(names) && names.every((name) => categories.has(name)), 'must exist'],
  );
  return { title, body, categories: [...names].sort() };
}

/** The first of slug, slug-2, slug-3 … that no post ever had. */
function freeSlug(title) {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'post';
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const wanted = slug.slice(0, 80 - end.length).replace(/-$/, '') + end;
    if (!slugs.has(wanted)) return wanted;
  }
}

function list({ query, request }) {
  const limit = Number(query.get('limit') ?? 20);
  const cursor = Number(query.get('cursor') ?? Number.MAX_SAFE_INTEGER);
  const category = query.get('category');
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 50) || Number.isNaN(cursor)) throw new Problem(400, 'query', 'A parameter is not valid');
  const after = posts
    .filter((post) => post.publishedAt && post.order < cursor && (!category || post.categories.includes(category)))
    .sort((a, b) => b.order - a.order);
  const items = after.slice(0, limit);
  return { body: { items: items.map(shown), nextCursor: after.length > limit ? String(items.at(-1).order) : null } };
}

function read(context) {
  const isAuthor = authorize(context);
  const post = slugs.get(context.params.slug);
  if (!post || (!isAuthor && !post.publishedAt)) throw notFound();
  const headers = { vary: 'Authorization' };
  if (post.slug !== context.params.slug) return { status: 301, headers: { ...headers, location: `/posts/${post.slug}`, 'cache-control': 'max-age=3600' } };
  if (isAuthor) return { headers: { ...headers, etag: `"${post.version}"`, 'cache-control': 'private, no-store' }, body: shown(post) };
  const body = withComments(post);
  const etag = etagOf(body);
  return context.headers['if-none-match'] === etag ? { status: 304, headers: { ...headers, etag } } : { headers: { ...headers, etag }, body };
}

async function replace(context) {
  authorsOnly(context);
  const post = slugs.get(context.params.slug);
  if (!post) throw notFound();
  const wanted = context.headers['if-match'];
  const input = await context.json();
  if (wanted === undefined) throw new Problem(428, 'if-match', 'Say in If-Match which version you change');
  if (wanted !== `"${post.version}"`) throw new Problem(412, 'version', 'Someone else saved the post');
  const { slug = post.slug } = input;
  const next = readPost(input);
  check(['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80, 'must have a to z, 0 to 9 and single hyphens']);
  if ((slugs.get(slug) ?? post) !== post) throw new Problem(409, 'slug-taken', 'Another post has or had this slug');
  slugs.set(slug, post);
  Object.assign(post, next, { slug, version: post.version + 1, updatedAt: Date.now() });
  return { headers: { etag: `"${post.version}"` }, body: shown(post) };
}

const commentTimes = new Map();
async function addComment({ request, params, json }) {
  const post = slugs.get(params.slug);
  if (!post?.publishedAt) throw notFound();
  const { name, body } = await json();
  check(
    ['name', typeof name === 'string' && name.trim() !== '' && name.length <= 80, 'must have 1 to 80 characters'],
    ['body', typeof body === 'string' && body.trim() !== '' && body.length <= 2000, 'must have 1 to 2,000 characters'],
  );
  const address = request.socket.remoteAddress;
  const recent = (commentTimes.get(address) ?? []).filter((at) => at > Date.now() - 600_000);
  if (recent.length >= 5) throw new Problem(429, 'too-many', 'Too many comments', { headers: { 'retry-after': '600' } });
  commentTimes.set(address, [...recent, Date.now()]);
  const comment = { id: String(++lastId), name, body, at: Date.now(), state: 'pending' };
  comments.set(comment.id, comment);
  post.comments.push(comment);
  return { status: 202 };
}

serve({
  'GET /posts': list,
  'POST /posts': async (context) => {
    authorsOnly(context);
    const post = { ...readPost(await context.json()), version: 1, publishedAt: null, updatedAt: Date.now(), comments: [] };
    post.slug = freeSlug(post.title);
    slugs.set(post.slug, post);
    posts.push(post);
    return { status: 201, headers: { location: `/posts/${post.slug}` }, body: shown(post) };
  },
  'GET /posts/{slug}': read,
  'PUT /posts/{slug}': replace,
  'PUT /posts/{slug}/publication': (context) => {
    authorsOnly(context);
    const post = slugs.get(context.params.slug);
    if (!post) throw notFound();
    if (!post.publishedAt) Object.assign(post, { publishedAt: Date.now(), order: ++lastPublication });
    return { body: shown(post) };
  },
  'DELETE /posts/{slug}/publication': (context) => {
    authorsOnly(context);
    const post = slugs.get(context.params.slug);
    if (!post) throw notFound();
    post.publishedAt = null;
    return { status: 204 };
  },
  'GET /categories': () => {
    const count = (name) => posts.filter((post) => post.publishedAt && post.categories.includes(name)).length;
    return { body: { items: [...categories].sort().map((name) => ({ name, posts: count(name) })) } };
  },
  'PUT /categories/{name}': (context) => {
    authorsOnly(context);
    const { name } = context.params;
    check(['name', /^[a-z0-9-]{1,40}$/.test(name), 'must have 1 to 40 of a to z, 0 to 9 and hyphen']);
    const status = categories.has(name) ? 200 : 201;
    categories.add(name);
    return { status, body: { name } };
  },
  'DELETE /categories/{name}': (context) => {
    authorsOnly(context);
    const { name } = context.params;
    if (posts.some((post) => post.categories.includes(name))) throw new Problem(409, 'in-use', 'A post uses this category');
    if (!categories.delete(name)) throw notFound();
    return { status: 204 };
  },
  'POST /posts/{slug}/comments': addComment,
  'GET /comments': (context) => {
    authorsOnly(context);
    const state = context.query.get('state') ?? 'pending';
    return { body: { items: [...comments.values()].filter((comment) => comment.state === state), nextCursor: null } };
  },
  'PUT /comments/{id}/state': async (context) => {
    authorsOnly(context);
    const comment = comments.get(context.params.id);
    if (!comment) throw notFound();
    const { state } = await context.json();
    check(['state', ['approved', 'rejected'].includes(state), 'must be approved or rejected']);
    comment.state = state;
    return { body: comment };
  },
});
