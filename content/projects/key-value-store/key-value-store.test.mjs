// Key-value Store, tested from outside. The tests start your program themselves, kill it and start it again; APP is the command
// for it. They say in PORT where it has to listen, and in DATA_DIR which folder its data belongs into.
//
//   APP="./store" node --test key-value-store.test.mjs
//
// Needs Node.js 22 or later on Linux or macOS, and no package.
// Not tested: a power cut, a damaged log, memory and size of the files, times while compaction runs, a full disk, backups and
// replicas.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { call, expect, launch } from '../kit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
let store;
const start = async () => {
  store = await launch({ DATA_DIR: folder });
};
/** As a crash: without a chance to write anything more. */
const restart = async () => {
  await store.kill('SIGKILL');
  await start();
};
before(start);
beforeEach(async () => {
  if (!store) await start();
});
after(async () => {
  await store?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (key) => `/kv/${[...Buffer.from(key)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`;
const put = (key, body, headers = {}) => call('PUT', pathOf(key), { headers, body });
const get = (key, headers = {}) => call('GET', pathOf(key), { headers });
const versionOf = (response) => Number(/^"(\d+)"$/u.exec(response.headers.get('etag') ?? '')?.[1]);

async function write(key, value) {
  const response = await put(key, value);
  expect(response).status(204, 'for a write').header('ETag', /^"\d+"$/, 'to be the version in quotes');
  return response.headers.get('etag');
}

const line = (key, value) => ({ key: Buffer.from(key).toString('base64'), ...(value !== undefined && { value: Buffer.from(value).toString('base64') }) });
const batch = (lines) =>
  call('POST', '/batch', { headers: { 'content-type': 'application/x-ndjson' }, body: lines.map((each) => `${JSON.stringify(each)}\n`).join('') });

/** The keys and values of a page of a scan, and its cursor. */
async function scan(query) {
  const response = await call('GET', `/scan?${new URLSearchParams(query)}`);
  expect(response).status(200, 'for a scan');
  let rows;
  try {
    rows = response.text.split('\n').filter(Boolean).map((text) => JSON.parse(text));
  } catch {
    expect(response).that(false, 'a line of JSON for each key');
  }
  const text = (base64) => Buffer.from(String(base64), 'base64').toString('latin1');
  const items = rows.filter((row) => row.key !== undefined);
  return { response, keys: items.map(({ key }) => text(key)), values: items.map(({ value }) => text(value)), cursor: rows.at(-1)?.cursor };
}
const range = (from, to, more = {}) => ({ from: Buffer.from(from).toString('base64'), to: Buffer.from(to).toString('base64'), ...more });

describe('Stage 1: Read and write', () => {
  it('a value that was written can be read', async () => {
    await write('temp/2026', '11.82');
    const response = await get('temp/2026');
    expect(response).status(200, 'for a key that exists').that(response.text === '11.82', 'the value 11.82');
  });

  it('HEAD returns what GET does, without the value', async () => {
    const version = await write('head', '11.82');
    const response = await call('HEAD', pathOf('head'));
    expect(response).status(200, 'for HEAD').that(response.headers.get('etag') === version && response.bytes.length === 0, `the version ${version} as ETag, and no body`);
    expect(await call('HEAD', pathOf('no such key'))).status(404, "when the key doesn't exist");
  });

  it('a key that does not exist returns 404', async () => {
    expect(await get('no such key')).status(404, "when the key doesn't exist");
  });

  it('a new value replaces the old one', async () => {
    await write('a', 'one');
    await write('a', 'two');
    const response = await get('a');
    expect(response).status(200, 'for a key that exists').that(response.text === 'two', 'the value of the last write');
  });

  it('a deleted key is gone, and deleting it again is no error', async () => {
    await write('gone', 'x');
    for (const time of ['the first time', 'again']) expect(await call('DELETE', pathOf('gone'))).status(204, `for a deletion, ${time}`);
    expect(await get('gone')).status(404, 'for a deleted key');
  });

  it('every byte is allowed in keys and values', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    await write(bytes, bytes);
    const response = await get(bytes);
    expect(response).status(200, 'for a key with all 256 bytes').that(bytes.equals(response.bytes), 'the same 256 bytes');
    await write('empty', '');
    expect(await get('empty')).status(200, 'for an empty value').that((await get('empty')).bytes.length === 0, 'no bytes');
  });

  it('a key of 512 bytes is taken, one of 513 returns 414', async () => {
    await write('k'.repeat(512), 'x');
    expect(await put('k'.repeat(513), 'x')).status(414, 'for a key of 513 bytes');
  });

  it('a value of 1 MiB is taken, one byte more returns 413', async () => {
    await write('big', Buffer.alloc(1024 * 1024, 1));
    expect(await put('big', Buffer.alloc(1024 * 1024 + 1, 2))).status(413, 'for more than 1 MiB');
    const response = await get('big');
    expect(response).that(response.bytes[0] === 1, 'the value from before, because nothing changes');
  });

  it('GET /health returns 200', async () => {
    expect(await call('GET', '/health')).status(200, 'while reads and writes are possible');
  });
});

describe('Stage 2: Versions', () => {
  it('versions grow over the whole store', async () => {
    const [first, second, third] = [await put('v1', 'x'), await put('v2', 'x'), await put('v1', 'y')];
    expect(third)
      .status(204, 'for a write')
      .that(versionOf(first) < versionOf(second) && versionOf(second) < versionOf(third), 'a version in ETag that is greater than those before');
    expect(await get('v1')).that(versionOf(await get('v1')) === versionOf(third), 'the version of the last write as ETag of GET');
  });

  it('If-None-Match: * writes new keys only', async () => {
    const key = `new-${Date.now()}`;
    expect(await put(key, 'one', { 'if-none-match': '*' })).status(204, 'for a new key');
    expect(await put(key, 'two', { 'if-none-match': '*' })).status(412, 'for a key that exists');
    expect(await get(key)).that((await get(key)).text === 'one', 'the value of the first write');
    await call('DELETE', pathOf(key));
    expect(await put(key, 'three', { 'if-none-match': '*' })).status(204, 'for a key that was deleted');
  });

  it('If-Match with another version returns 412', async () => {
    const old = await write('match', 'one');
    const present = await write('match', 'two');
    expect(await put('match', 'three', { 'if-match': old })).status(412, 'for an old version');
    expect(await put('match', 'three', { 'if-match': present })).status(204, 'for the present version');
    expect(await call('DELETE', pathOf('match'), { headers: { 'if-match': present } })).status(412, 'for a deletion with an old version');
    const newest = await get('match');
    expect(newest).status(200, 'because the deletion was refused');
    expect(await call('DELETE', pathOf('match'), { headers: { 'if-match': newest.headers.get('etag') } })).status(204, 'for a deletion with the present version');
    expect(await put('match', 'four', { 'if-match': newest.headers.get('etag') })).status(412, 'for a version of a key that was deleted');
  });

  it('of 100 writes with one version exactly one succeeds', async () => {
    const version = await write('race', 'start');
    const all = await Promise.all(Array.from({ length: 100 }, (_, index) => put('race', String(index), { 'if-match': version })));
    const won = all.filter(({ status }) => status === 204).length;
    expect(all[0]).that(won === 1, `one 204 for 100 writes with the same version at the same moment (there were ${won})`);
  });

  it('the current version gets 304', async () => {
    const version = await write('cached', 'x');
    expect(await get('cached', { 'if-none-match': version })).status(304, 'for the current version');
  });
});

describe('Stage 3: Batches and scans', () => {
  it('a batch writes and deletes', async () => {
    await write('b-old', 'x');
    expect(await batch([line('b-1', 'one'), line('b-2', 'two'), line('b-old')])).status(204, 'for a batch');
    expect(await get('b-2')).status(200, 'for a key that a batch has written');
    expect(await get('b-old')).status(404, 'for a key that a batch has deleted');
  });

  it('a batch with a wrong version does nothing', async () => {
    const version = Number((await write('b-if', 'x')).replaceAll('"', ''));
    expect(await batch([line('b-none', 'one'), { ...line('b-if', 'y'), version: version + 1000 }])).status(412, 'for a wrong version in a batch');
    expect(await get('b-none')).status(404, 'for a key of a batch that was refused');
    expect(await batch([line('b-none', 'one'), { ...line('b-if', 'y'), version }])).status(204, 'for the present version in a batch');
    expect(await get('b-if')).that((await get('b-if')).text === 'y', 'the value y');
  });

  it('a batch that is not valid does nothing', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const body = `${JSON.stringify(line('b-bad', 'x'))}\n{"key":\n`;
    expect(await call('POST', '/batch', { headers, body })).status(400, 'for a line that is not JSON');
    expect(await batch([line('b-bad', 'x'), line('b-big', Buffer.alloc(1024 * 1024 + 1))])).status(413, 'for a value above 1 MiB in a batch');
    expect(await get('b-bad')).status(404, 'for a key of a batch that was refused');
  });

  it('a batch writes keys that a path cannot have', async () => {
    expect(await batch([line('..', 'dots')])).status(204, 'for the key ..');
    const { response, values } = await scan(range('..', '../'));
    expect(response).that(values.join() === 'dots', 'the value of the key .. in a scan');
  });

  it('a batch of 1,000 operations is taken, one of 1,001 is not', async () => {
    const many = (count) => batch(Array.from({ length: count }, (_, index) => line(`m-${index}`, 'x')));
    expect(await many(1000)).status(204, 'for 1,000 operations');
    expect(await many(1001)).status(413, 'for 1,001 operations');
  });

  it('a scan is sorted by bytes, from the first key to before the last', async () => {
    for (const key of ['s/b', 's/a', 's/ä', 's/B', 's/c']) await write(key, key);
    const { response, keys } = await scan(range('s/', 's0'));
    const latin = (text) => Buffer.from(text).toString('latin1');
    expect(response).that(keys.join() === ['s/B', 's/a', 's/b', 's/c', latin('s/ä')].join(), `the keys B, a, b, c, ä after "s/" (they came as ${keys.join()})`);
    const part = await scan(range('s/a', 's/c'));
    expect(part.response).that(part.keys.join() === 's/a,s/b', 'the keys from s/a on and before s/c');
    const [first] = part.response.text.split('\n');
    expect(part.response).that(JSON.parse(first).version === versionOf(await get('s/a')), 'the version of s/a in its line');
    const all = await scan({ limit: '1' });
    expect(all.response).that(all.keys.length === 1 && all.cursor, 'one key and a cursor for limit=1 without bounds');
    expect(await call('GET', '/scan?limit=many')).status(400, 'for limit=many');
    const invented = await call('GET', '/scan?cursor=invented');
    expect(invented).that([400, 410].includes(invented.status), '400 or 410 for an invented cursor');
  });

  it('a scan goes on by cursor', async () => {
    for (let index = 0; index < 5; index += 1) await write(`p/${index}`, 'x');
    const first = await scan(range('p/', 'p0', { limit: '2' }));
    expect(first.response).that(first.keys.length === 2, 'two keys for limit=2').that(first.cursor, 'a last line with a "cursor", because there is more');
    const seen = [...first.keys];
    for (let { cursor } = first, pages = 0; cursor && pages < 9; pages += 1) {
      const next = await scan(range('p/', 'p0', { limit: '2', cursor }));
      seen.push(...next.keys);
      ({ cursor } = next);
    }
    expect(first.response).that(seen.join() === 'p/0,p/1,p/2,p/3,p/4', `the five keys on pages of two (they had ${seen.join()})`);
  });

  it('a scan shows the state of one moment, although writes go on', async () => {
    for (let index = 0; index < 4; index += 1) await write(`o/${index}`, 'old');
    const first = await scan(range('o/', 'o0', { limit: '2' }));
    expect(first.response).that(first.cursor, 'a last line with a "cursor", because there is more');
    await write('o/2', 'new');
    await write('o/25', 'new');
    expect(await call('DELETE', pathOf('o/3'))).status(204, 'for a deletion');
    const rest = await scan(range('o/', 'o0', { limit: '10', cursor: first.cursor }));
    expect(rest.response)
      .that(rest.keys.join() === 'o/2,o/3', `o/2 and o/3, without what was written or deleted after the first page (it had ${rest.keys.join()})`)
      .that(rest.values.join() === 'old,old', 'the values from the moment of the first page');
  });
});

describe('Stage 4: After a crash', () => {
  it('a write is there after kill -9', async () => {
    const version = await write('durable', 'yes');
    await restart();
    const response = await get('durable');
    expect(response).status(200, 'for a write that got its 204 before the kill').that(response.text === 'yes', 'the value yes');
    expect(response).that(response.headers.get('etag') === version, `the version ${version} from before the kill`);
  });

  it('a deletion is there too', async () => {
    await write('deleted', 'x');
    expect(await call('DELETE', pathOf('deleted'))).status(204, 'for a deletion');
    await restart();
    expect(await get('deleted')).status(404, 'for a key that was deleted before the kill');
  });

  it('versions are not used again', async () => {
    const before = await put('last', 'x');
    expect(before).status(204, 'for a write');
    await restart();
    const next = await put('next', 'x');
    expect(next).status(204, 'for a write').that(versionOf(next) > versionOf(before), `a version above ${versionOf(before)}, which was given before the kill`);
  });

  it('nothing that was promised is lost, five times in a row', async () => {
    for (let round = 0; round < 5; round += 1) {
      const promised = [];
      let isRunning = true;
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let index = 0; isRunning; index += 1) {
          const key = `c-${round}-${writer}-${index}`;
          const response = await put(key, key).catch(() => undefined);
          if (response?.status === 204) promised.push(key);
          else return;
        }
      });
      for (const end = Date.now() + 5000; promised.length < 4 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await store.kill('SIGKILL');
      isRunning = false;
      await Promise.all(writers);
      await start();
      expect(await call('GET', '/health')).that(promised.length > 0, 'writes that succeed before the kill');
      for (const key of promised) expect(await get(key)).status(200, `for ${key}, whose 204 came before the kill`);
    }
  });

  it('a batch is there completely or not at all', async () => {
    for (let round = 0; round < 3; round += 1) {
      const keys = Array.from({ length: 1000 }, (_, index) => `t-${round}-${index}`);
      const sent = batch(keys.map((key) => line(key, 'x'.repeat(100)))).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5 * round));
      await store.kill('SIGKILL');
      const isPromised = (await sent)?.status === 204;
      await start();
      const { response, keys: found } = await scan(range(`t-${round}-`, `t-${round}.`, { limit: '1000' }));
      const wanted = isPromised ? '1,000' : 'none or 1,000';
      expect(response).that(found.length === 1000 || (found.length === 0 && !isPromised), `${wanted} of the keys of a batch that a kill cut off (there are ${found.length})`);
    }
  });
});
