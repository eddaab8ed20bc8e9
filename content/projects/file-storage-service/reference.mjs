// A solution of the File Storage Service without packages. It keeps bytes in memory, where the project asks for a disk.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const quota = 10_000_000;
const uploads = new Map();
const files = new Map();
const links = new Map();
let lastId = 0;
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

function userOf({ bearer }) {
  const [, id] = /^test-user-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!id) throw new Problem(401, 'token', 'A valid token is needed');
  return id;
}
function own(things, context, id = context.params.id) {
  const user = userOf(context);
  const found = things.get(id);
  if (found?.user !== user) throw notFound();
  return found;
}
function fileOf(context) {
  const file = own(files, context);
  if (file.isDeleted) throw notFound();
  return file;
}
const shown = ({ id, name, size, sha256 }) => ({ id, name, size, sha256 });

function used(user) {
  const sizes = [...uploads.values(), ...files.values()].filter((each) => each.user === user && !each.file);
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function announce(context) {
  const user = userOf(context);
  const { name, size, sha256 } = await context.json();
  check(
    ['name', typeof name === 'string' && /^[^/\p{Cc}\p{Cs}]{1,255}$/u.test(name), 'must have 1 to 255 characters, no slash and no control characters'],
    ['size', Number.isInteger(size) && size >= 0, 'must be a number of bytes'],
    ['sha256', typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256), 'must be a SHA-256 in hexadecimal digits'],
  );
  if (size > 10_000_000_000) throw new Problem(413, 'too-large', 'A file has at most 10 GB');
  if (used(user) + size > quota) throw new Problem(403, 'quota', 'There is not so much room');
  const upload = { id: randomUUID(), user, name, size, sha256, bytes: Buffer.alloc(0) };
  uploads.set(upload.id, upload);
  return { status: 201, headers: { location: `/uploads/${upload.id}` }, body: { id: upload.id } };
}

/** Keeps what arrives, even when the connection breaks off, but nothing of a body that is too long. */
async function receive(request, upload) {
  const before = upload.bytes;
  const chunks = [before];
  let size = before.length;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= upload.size) chunks.push(chunk);
    }
  } catch {
    throw new Problem(400, 'aborted', 'The body broke off');
  } finally {
    if (size <= upload.size) upload.bytes = Buffer.concat(chunks);
  }
  if (size > upload.size) throw new Problem(413, 'too-large', `The upload has ${upload.size} bytes`);
}

async function append(context) {
  const upload = own(uploads, context);
  if (context.headers['content-type'] !== 'application/offset+octet-stream') throw new Problem(415, 'media-type', 'Send application/offset+octet-stream');
  if (!/^\d+$/.test(context.headers['upload-offset'] ?? '')) throw new Problem(400, 'offset', 'Upload-Offset must be a whole number');
  const offset = Number(context.headers['upload-offset']);
  const isFree = () => offset === upload.bytes.length && !upload.isBusy && !upload.file;
  if (!isFree()) throw new Problem(409, 'offset', `The offset is ${upload.bytes.length}`);
  upload.isBusy = true;
  try {
    await receive(context.request, upload);
  } finally {
    upload.isBusy = false;
  }
  return { status: 204, headers: { 'upload-offset': String(upload.bytes.length) } };
}

function complete(context) {
  const upload = own(uploads, context);
  if (upload.file) return { body: shown(upload.file) };
  const { bytes, size, sha256, name, user } = upload;
  if (bytes.length < size) throw new Problem(409, 'incomplete', 'Bytes are missing');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Problem(422, 'hash', 'The bytes have another hash');
  upload.file = { id: String(++lastId), user, name, size, sha256, bytes };
  files.set(upload.file.id, upload.file);
  return { status: 201, headers: { location: `/files/${upload.file.id}` }, body: shown(upload.file) };
}

/** The first and last byte of a range; undefined for the whole file, null for a range behind the end. */
function rangeOf({ request, headers }, { size, sha256 }) {
  if (request.method !== 'GET') return undefined;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return undefined;
  if (headers['if-range'] !== undefined && headers['if-range'] !== `"${sha256}"`) return undefined;
  const begin = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return begin < size && begin <= end ? { begin, end } : null;
}

/** A name as in RFC 8187, which encodes four characters more. */
const encoded = (name) => encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function download(context, file) {
  const etag = `"${file.sha256}"`;
  if (context.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const range = rangeOf(context, file);
  if (range === null) throw new Problem(416, 'range', 'The range is behind the end', { headers: { 'content-range': `bytes */${file.size}` } });
  const bytes = range ? file.bytes.subarray(range.begin, range.end + 1) : file.bytes;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'content-length': bytes.length,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
    'x-content-type-options': 'nosniff',
    ...(range && { 'content-range': `bytes ${range.begin}-${range.end}/${file.size}` }),
  };
  return { status: range ? 206 : 200, headers, body: bytes };
}

const cursorOf = ({ name, id }) => Buffer.from(JSON.stringify([name, Number(id)])).toString('base64url');

/** The place of the first file after the cursor. */
function startOf(cursor, sorted) {
  if (cursor === null) return 0;
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url'));
    const start = sorted.findIndex((file) => file.name > name || (file.name === name && file.id > id));
    return start === -1 ? sorted.length : start;
  } catch {
    throw new Problem(400, 'cursor', 'The cursor is not valid');
  }
}

serve({
  'POST /uploads': announce,
  'HEAD /uploads/{id}': (context) => ({ headers: { 'upload-offset': String(own(uploads, context).bytes.length), 'cache-control': 'no-store' } }),
  'PATCH /uploads/{id}': append,
  'POST /uploads/{id}/complete': complete,
  'DELETE /uploads/{id}': (context) => {
    uploads.delete(own(uploads, context).id);
    return { status: 204 };
  },
  'GET /files': (context) => {
    const user = userOf(context);
    const all = [...files.values()].filter((file) => file.user === user && !file.isDeleted);
    const sorted = all.sort((a, b) => (a.name === b.name ? a.id - b.id : a.name < b.name ? -1 : 1));
    const start = startOf(context.query.get('cursor'), sorted);
    const items = sorted.slice(start, start + 100);
    return { body: { items: items.map(shown), nextCursor: start + 100 < sorted.length ? cursorOf(items.at(-1)) : null } };
  },
  'GET /files/{id}': (context) => ({ body: shown(fileOf(context)) }),
  'GET /files/{id}/content': (context) => download(context, fileOf(context)),
  'DELETE /files/{id}': (context) => {
    fileOf(context).isDeleted = true;
    return { status: 204 };
  },
  'POST /files/{id}/restore': (context) => {
    const file = own(files, context);
    file.isDeleted = false;
    return { body: shown(file) };
  },
  'POST /files/{id}/links': async (context) => {
    const file = fileOf(context);
    const { days } = await context.json();
    check(['days', Number.isInteger(days) && days >= 1 && days <= 7, 'must be 1 to 7']);
    const token = randomBytes(32).toString('base64url');
    const id = randomUUID();
    links.set(token, { id, user: file.user, file, until: Date.now() + days * 86_400_000 });
    return { status: 201, body: { id, link: `/s/${token}` } };
  },
  'DELETE /links/{id}': (context) => {
    const user = userOf(context);
    const link = [...links.values()].find(({ id }) => id === context.params.id);
    if (link?.user !== user) throw notFound();
    link.isRevoked = true;
    return { status: 204 };
  },
  'GET /s/{token}': (context) => {
    const link = links.get(context.params.token);
    if (!link) throw notFound();
    if (link.isRevoked || link.until < Date.now() || link.file.isDeleted) throw new Problem(410, 'link-ended', 'The link has ended');
    return download(context, link.file);
  },
});
