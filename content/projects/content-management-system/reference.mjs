// A solution of the Content Management System without packages. It keeps everything in memory, and schedules end with it.
import { randomBytes } from 'node:crypto';
import { Problem, readBody, serve } from '../serve.mjs';

const users = new Map([
  ['test-author', { name: 'author', isOffice: false }],
  ['test-other-author', { name: 'other', isOffice: false }],
  ['test-office', { name: 'office', isOffice: true }],
]);
const entries = new Map();
/** Every slug that an entry ever had. */
const slugs = new Map();
const media = new Map();
const previews = new Map();
let lastId = 0;
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

function userOf({ bearer }) {
  const user = users.get(bearer);
  if (!user) throw new Problem(401, 'token', 'A valid token is needed', { headers: { 'www-authenticate': 'Bearer' } });
  return user;
}
function officeOnly(context) {
  if (!userOf(context).isOffice) throw new Problem(403, 'office', 'Only the office may do that');
}
function entryOf(context) {
  userOf(context);
  const entry = entries.get(context.params.id);
  if (!entry) throw notFound();
  return entry;
}
function ownEntry(context) {
  const entry = entryOf(context);
  const user = userOf(context);
  if (entry.owner !== user && !user.isOffice) throw new Problem(403, 'not-yours', 'Only its author may do that');
  return entry;
}

const isText = (value) => typeof value === 'string' && value.length <= 10_000;
const kinds = {
  notice: { level: (value) => ['info', 'warning'].includes(value), text: isText },
  heading: { text: isText },
  paragraph: { text: isText },
  image: { media: (value) => media.has(value), alt: isText },
  table: { rows: (value) => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isText)) },
};

function blockErrors(block, path) {
  const kind = Object.hasOwn(kinds, block?.type) ? kinds[block.type] : undefined;
  if (!kind) return [`${path}/type`];
  const unknown = Object.keys(block).filter((key) => key !== 'type' && !Object.hasOwn(kind, key));
  const wrong = Object.keys(kind).filter((key) => !kind[key](block[key]));
  return [...unknown, ...wrong].map((key) => `${path}/${key}`);
}

function readContent({ title, blocks }) {
  const errors = typeof title === 'string' && title.trim() !== '' ? [] : ['/title'];
  if (!Array.isArray(blocks)) errors.push('/blocks');
  else errors.push(...blocks.flatMap((block, index) => blockErrors(block, `/blocks/${index}`)));
  if (errors.length > 0) throw new Problem(422, 'validation', 'The content is not valid', { errors: errors.map((path) => ({ path })) });
  return { title, blocks };
}

function takeSlug(slug, entry) {
  if (typeof slug !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Problem(422, 'validation', 'The slug is not valid');
  if ((slugs.get(slug) ?? entry) !== entry) throw new Problem(409, 'slug-taken', 'Another entry has or had this slug');
  slugs.set(slug, entry);
  entry.slug = slug;
}

function addRevision(entry, content, user) {
  entry.revisions.push({ ...content, author: user.name, savedAt: new Date().toISOString() });
}
const latest = ({ id, slug, revisions }) => {
  const { title, blocks } = revisions.at(-1);
  return { headers: { etag: `"${revisions.length}"` }, body: { id, slug, revision: revisions.length, title, blocks } };
};
function revisionOf(entry, number) {
  const revision = entry.revisions[number - 1];
  if (!revision) throw notFound();
  return revision;
}
function readRevision(entry, number) {
  if (!entry.revisions[number - 1]) throw new Problem(422, 'revision', 'There is no such revision');
  return number;
}

function record(entry, event, more = {}) {
  entry.history.push({ event, at: new Date().toISOString(), ...more });
}
function publish(entry, revision) {
  entry.schedule = undefined;
  if (entry.published === revision) return;
  entry.published = revision;
  record(entry, 'published', { revision });
}

setInterval(() => {
  for (const entry of entries.values()) if (entry.schedule && entry.schedule.at <= Date.now()) publish(entry, entry.schedule.revision);
}, 500).unref();

const isImage = (bytes) =>
  bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) ||
  bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
  (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP');

const isPublic = (id) =>
  [...entries.values()].some(({ published, revisions }) => published && revisions[published - 1].blocks.some((block) => block.media === id));

serve({
  'POST /entries': async (context) => {
    const user = userOf(context);
    const input = await context.json();
    const content = readContent(input);
    const entry = { owner: user, revisions: [], history: [], published: undefined };
    takeSlug(input.slug, entry);
    entry.id = String(++lastId);
    entries.set(entry.id, entry);
    addRevision(entry, content, user);
    return { status: 201, ...latest(entry) };
  },
  'GET /entries/{id}': (context) => latest(entryOf(context)),
  'PUT /entries/{id}/draft': async (context) => {
    const entry = ownEntry(context);
    const base = context.headers['if-match'];
    if (base === undefined) throw new Problem(428, 'if-match', 'Say in If-Match which revision you changed');
    const content = readContent(await context.json());
    if (base !== `"${entry.revisions.length}"`) throw new Problem(412, 'revision', 'Someone else saved the entry');
    addRevision(entry, content, userOf(context));
    return latest(entry);
  },
  'GET /entries/{id}/revisions': (context) => {
    const items = entryOf(context).revisions.map(({ author, savedAt }, index) => ({ revision: index + 1, author, savedAt }));
    return { body: { items } };
  },
  'POST /entries/{id}/revisions/{n}/restore': (context) => {
    const entry = ownEntry(context);
    const { title, blocks } = revisionOf(entry, Number(context.params.n));
    addRevision(entry, { title, blocks }, userOf(context));
    return { status: 201, ...latest(entry) };
  },
  'POST /entries/{id}/revisions/{n}/preview-links': (context) => {
    const revision = revisionOf(ownEntry(context), Number(context.params.n));
    const token = randomBytes(24).toString('base64url');
    previews.set(token, { revision, until: Date.now() + 86_400_000 });
    return { status: 201, body: { link: `/preview/${token}` } };
  },
  'PUT /entries/{id}/publication': async (context) => {
    officeOnly(context);
    const entry = entryOf(context);
    publish(entry, readRevision(entry, (await context.json()).revision));
    return { body: { revision: entry.published } };
  },
  'DELETE /entries/{id}/publication': (context) => {
    officeOnly(context);
    const entry = entryOf(context);
    if (entry.published) record(entry, 'taken offline');
    entry.published = undefined;
    return { status: 204 };
  },
  'PUT /entries/{id}/schedule': async (context) => {
    officeOnly(context);
    const entry = entryOf(context);
    const { revision, at } = await context.json();
    const moment = Date.parse(at);
    if (!(moment > Date.now())) throw new Problem(422, 'validation', 'The time is not valid');
    entry.schedule = { revision: readRevision(entry, revision), at: moment };
    record(entry, 'scheduled', { revision, for: at });
    return { body: { revision, at } };
  },
  'DELETE /entries/{id}/schedule': (context) => {
    officeOnly(context);
    entryOf(context).schedule = undefined;
    return { status: 204 };
  },
  'PUT /entries/{id}/slug': async (context) => {
    const entry = ownEntry(context);
    const { slug } = await context.json();
    takeSlug(slug, entry);
    record(entry, 'moved', { slug });
    return { body: { slug } };
  },
  'GET /entries/{id}/history': (context) => ({ body: { items: entryOf(context).history } }),
  'POST /media': async (context) => {
    const user = userOf(context);
    const bytes = await readBody(context.request, 10 * 1024 * 1024);
    if (!isImage(bytes)) throw new Problem(415, 'media-type', 'This is not a PNG, JPEG or WebP image');
    const id = `m-${++lastId}`;
    media.set(id, { bytes, owner: user });
    return { status: 201, body: { id } };
  },
  'DELETE /media/{id}': (context) => {
    const user = userOf(context);
    const image = media.get(context.params.id);
    if (!image) throw notFound();
    if (image.owner !== user && !user.isOffice) throw new Problem(403, 'not-yours', 'Only its author may do that');
    if (isPublic(context.params.id)) throw new Problem(409, 'in-use', 'A published page uses the image');
    media.delete(context.params.id);
    return { status: 204 };
  },
  'GET /public/pages/{slug}': ({ params, headers }) => {
    const entry = slugs.get(params.slug);
    if (!entry?.published) throw notFound();
    const caching = { 'cache-control': 'public, max-age=60' };
    if (entry.slug !== params.slug) return { status: 301, headers: { ...caching, location: `/public/pages/${entry.slug}` } };
    const etag = `"${entry.id}.${entry.published}.${entry.slug}"`;
    if (headers['if-none-match'] === etag) return { status: 304, headers: { ...caching, etag } };
    const { title, blocks } = entry.revisions[entry.published - 1];
    return { headers: { ...caching, etag }, body: { slug: entry.slug, title, blocks } };
  },
  'GET /preview/{token}': ({ params }) => {
    const preview = previews.get(params.token);
    if (!preview || preview.until < Date.now()) throw notFound();
    const { title, blocks } = preview.revision;
    return { headers: { 'cache-control': 'no-store' }, body: { title, blocks } };
  },
});
