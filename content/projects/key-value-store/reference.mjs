// A solution of the Key-value Store without packages: a log that is read at the start, and everything in memory. It has no
// compaction, no backups and no replicas.
import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, readFileSync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { Problem, readBody, serve } from '../serve.mjs';

const folder = process.env.DATA_DIR ?? '.';
/** Versions of a value by key, the oldest first; keys are strings of one character per byte. */
const values = new Map();
let lastVersion = 0;

// A record of the log: length, checksum, and a batch as JSON. A batch is one record, so it is there completely or not at all.
const log = join(folder, 'log');
const handle = openSync(log, 'a+');
load();

function load() {
  const bytes = readFileSync(log);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const payload = bytes.subarray(at + 8, end);
    if (crc32(payload) !== bytes.readUInt32BE(at + 4)) {
      if (end === bytes.length) break;
      console.error(`${log}: wrong checksum at ${at}`);
      process.exit(1);
    }
    for (const operation of JSON.parse(payload)) apply(operation);
    at = end;
  }
  // A record that was cut off was never promised.
  ftruncateSync(handle, at);
  fsyncSync(handle);
}

function apply({ key, version, value }) {
  const versions = values.get(key) ?? [];
  values.set(key, [...versions, { version, value: value === undefined ? undefined : Buffer.from(value, 'base64') }]);
  lastVersion = Math.max(lastVersion, version);
}

const append = promisify(write);
const sync = promisify(fdatasync);
let queue = Promise.resolve();

/** Writes a batch: one after the other, so that what a condition has seen is still so when the record is written. */
function commit(operations) {
  const done = queue.then(() => commitNow(operations));
  queue = done.catch(() => {});
  return done;
}

async function commitNow(operations) {
  for (const { key, isAllowed } of operations)
    if (!isAllowed(current(key))) throw new Problem(412, 'version', 'The version differs');
  const records = operations.map(({ key, value }, index) => ({ key, version: lastVersion + 1 + index, value: value?.toString('base64') }));
  const payload = Buffer.from(JSON.stringify(records));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(payload.length, 0);
  head.writeUInt32BE(crc32(payload), 4);
  await append(handle, Buffer.concat([head, payload]));
  await sync(handle);
  for (const record of records) apply(record);
  return records.at(-1).version;
}

/** The value of a key, now or at the moment of a version; undefined when there is none. */
function current(key, moment = Number.POSITIVE_INFINITY) {
  const found = values.get(key)?.findLast(({ version }) => version <= moment);
  return found?.value === undefined ? undefined : found;
}

function keyOf(bytes) {
  if (bytes.length > 512) throw new Problem(414, 'key', 'A key has at most 512 bytes');
  return bytes.toString('latin1');
}
/** The key of a path, byte by byte: it need not be UTF-8. */
function pathKey({ request }) {
  const text = request.url.slice('/kv/'.length).replace(/\?.*$/, '');
  return keyOf(Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1'));
}

function conditionOf({ headers }) {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (none === '*') return (found) => found === undefined;
  if (match !== undefined) return (found) => found !== undefined && match === `"${found.version}"`;
  return () => true;
}

async function put(context) {
  const key = pathKey(context);
  const value = await readBody(context.request, 1024 * 1024);
  const version = await commit([{ key, value, isAllowed: conditionOf(context) }]);
  return { status: 204, headers: { etag: `"${version}"` } };
}

async function batch({ request }) {
  const lines = String(await readBody(request, 2_000_000_000)).split('\n').filter(Boolean);
  if (lines.length > 1000) throw new Problem(413, 'batch', 'A batch has at most 1,000 operations');
  let operations;
  try {
    operations = lines.map((line) => JSON.parse(line));
  } catch {
    throw new Problem(400, 'batch', 'A line is not JSON');
  }
  if (operations.some(({ value = '' }) => Buffer.byteLength(value, 'base64') > 1024 * 1024)) throw new Problem(413, 'too-large', 'A value has at most 1 MiB');
  await commit(
    operations.map(({ key, value, version }) => ({
      key: keyOf(Buffer.from(key, 'base64')),
      value: value === undefined ? undefined : Buffer.from(value, 'base64'),
      isAllowed: (found) => version === undefined || found?.version === version,
    })),
  );
  return { status: 204 };
}

const toBase64 = (key) => Buffer.from(key, 'latin1').toString('base64');
function scan({ query }) {
  const bound = (name) => Buffer.from(query.get(name) ?? '', 'base64').toString('latin1');
  const limit = Number(query.get('limit') ?? 100);
  const cursor = /^(\d+)\.(.*)$/.exec(query.get('cursor') ?? '');
  if (!(limit >= 1) || (query.has('cursor') && !cursor)) throw new Problem(400, 'query', 'The limit or the cursor is not valid');
  let [, moment = String(lastVersion), after = ''] = cursor ?? [];
  const last = Buffer.from(after, 'base64').toString('latin1');
  const to = query.has('to') ? bound('to') : undefined;
  const keys = [...values.keys()]
    .filter((key) => key >= bound('from') && (to === undefined || key < to) && (after === '' || key > last))
    .filter((key) => current(key, Number(moment)))
    .sort((a, b) => (a < b ? -1 : 1));
  const page = keys.slice(0, limit);
  const lines = page.map((key) => {
    const { version, value } = current(key, Number(moment));
    return { key: toBase64(key), version, value: value.toString('base64') };
  });
  if (keys.length > limit) lines.push({ cursor: `${moment}.${toBase64(page.at(-1))}` });
  return { headers: { 'content-type': 'application/x-ndjson' }, body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}

serve({
  'GET /kv/{key}': (context) => {
    const found = current(pathKey(context));
    if (!found) throw new Problem(404, 'not-found', 'There is no such key');
    const headers = { etag: `"${found.version}"` };
    return context.headers['if-none-match'] === headers.etag ? { status: 304, headers } : { headers, body: found.value };
  },
  'PUT /kv/{key}': put,
  'DELETE /kv/{key}': async (context) => {
    const version = await commit([{ key: pathKey(context), value: undefined, isAllowed: conditionOf(context) }]);
    return { status: 204, headers: { etag: `"${version}"` } };
  },
  'POST /batch': batch,
  'GET /scan': scan,
  'GET /health': () => ({ body: { status: 'ok' } }),
});
process.on('SIGTERM', () => {
  closeSync(handle);
  process.exit(0);
});
