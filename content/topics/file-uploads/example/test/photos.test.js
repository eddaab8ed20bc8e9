import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import sharp from 'sharp';
import { createApp } from '../src/app.js';
import { cleanUp, receivePhoto } from '../src/receive.js';

const part = 'Content-Disposition: form-data; name="photo"; filename="a"';
let data, server, url;

before(async () => {
  data = mkdtempSync(join(tmpdir(), 'photos-'));
  server = createApp(data).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${server.address().port}`;
});

beforeEach(() => {
  for (const folder of ['incoming', 'photos']) {
    rmSync(join(data, folder), { recursive: true, force: true });
    mkdirSync(join(data, folder));
  }
});

after(() => {
  server.close();
  rmSync(data, { recursive: true });
});

function send(bytes, name = 'photo.jpg', type = 'image/jpeg') {
  const body = new FormData();
  body.set('photo', new File([bytes], name, { type }));
  return fetch(`${url}/photos`, { method: 'POST', body });
}

function picture(width, height) {
  const background = { r: 200, g: 120, b: 40 };
  const create = { width, height, channels: 3, background };
  return sharp({ create, limitInputPixels: false });
}

function files() {
  return {
    incoming: readdirSync(join(data, 'incoming')).length,
    photos: readdirSync(join(data, 'photos')).length,
  };
}

// #region exif
test('a photo comes out upright, small and without its location', async () => {
  const path = join(data, 'original.jpg');
  await picture(3_000, 2_000)
    .withExif({
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' },
    })
    .withMetadata({ orientation: 6 }) // the phone was held upright
    .jpeg()
    .toFile(path);
  assert.ok((await sharp(path).metadata()).exif.includes('N\0'));

  const res = await send(readFileSync(path), '../../app/views/index.html');
  assert.equal(res.status, 201);
  const photo = await fetch(url + res.headers.get('location'));
  const { id } = await res.json();
  const meta = await sharp(join(data, 'photos', id, 'large.jpg')).metadata();
  assert.equal(meta.exif, undefined);
  assert.deepEqual([meta.width, meta.height], [1_333, 2_000]);
  assert.equal(photo.headers.get('x-content-type-options'), 'nosniff');
  assert.match(photo.headers.get('content-security-policy'), /sandbox/);
  assert.deepEqual(files(), { incoming: 0, photos: 1 });
});
// #endregion exif

test('PNG and WebP become JPEG, on white', async () => {
  for (const format of ['png', 'webp']) {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const create = { width: 40, height: 30, channels: 4, background: clear };
    const res = await send(await sharp({ create }).toFormat(format).toBuffer());
    assert.equal(res.status, 201, format);
    const { id } = await res.json();
    const photo = sharp(join(data, 'photos', id, 'small.jpg'));
    assert.equal((await photo.metadata()).format, 'jpeg');
    assert.ok((await photo.stats()).channels[0].mean > 250);
  }
});

test('many photos at once leave threads for reading and writing files', async () => {
  const jpeg = await picture(3_000, 2_000).jpeg().toBuffer();
  let most = 0;
  const timer = setInterval(() => {
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue + process);
  }, 1);
  const all = await Promise.all(Array.from({ length: 12 }, () => send(jpeg)));
  clearInterval(timer);
  assert.deepEqual([...new Set(all.map((res) => res.status))], [201]);
  assert.equal(most, 2);
});

// #region full
test('if we cannot store a photo, it is our error, and nothing is left', async (t) => {
  t.mock.method(console, 'error', () => {});
  rmSync(join(data, 'photos'), { recursive: true });
  const res = await send(await picture(800, 600).jpeg().toBuffer());
  assert.equal(res.status, 500);
  assert.equal(console.error.mock.callCount(), 1);
  await eventually(() => readdirSync(join(data, 'incoming')).length === 0);
});
// #endregion full

// #region refused
test('what is not a whole photo is refused and leaves nothing', async () => {
  const jpeg = await picture(800, 600).jpeg().toBuffer();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const bomb = await picture(10_000, 10_000).png({ colours: 2 }).toBuffer();
  assert.ok(bomb.length < 100_000);
  for (const [name, bytes] of Object.entries({
    html: '<script>alert(1)</script>',
    svg,
    truncated: jpeg.subarray(0, jpeg.length / 2),
    empty: '',
    bomb,
    'first bytes only': Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      Buffer.alloc(5_000),
    ]),
  })) {
    const res = await send(bytes, 'photo.png', 'image/png');
    assert.equal(res.status, 422, name);
  }
  assert.deepEqual(files(), { incoming: 0, photos: 0 });
});
// #endregion refused

test('the log says why a photo was refused', async (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  assert.equal((await send('<p>')).status, 422);
  assert.match(warn.mock.calls[0].arguments[1], /unsupported image format/);
});

// #region large
test('a file that is too large is refused and leaves nothing', async () => {
  const res = await send(Buffer.alloc(9_000_000));
  assert.equal(res.status, 413);
  await eventually(() => files().incoming === 0);
});
// #endregion large

// #region cut
test('an upload that breaks off leaves nothing', async () => {
  const req = request(`${url}/photos`, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 1_000_000,
    },
  });
  req.on('error', () => {});
  req.write(`--x\r\n${part}\r\n\r\n`);
  req.write(Buffer.alloc(200_000));
  await eventually(() => files().incoming === 1);
  req.destroy();
  await eventually(() => files().incoming === 0);
});
// #endregion cut

test('two files, another field, no file and broken forms are refused', async () => {
  const two = new FormData();
  two.append('photo', new File(['a'], 'a.jpg'));
  two.append('photo', new File(['b'], 'b.jpg'));
  const other = new FormData();
  other.set('document', new File(['a'], 'a.jpg'));
  const fields = new FormData();
  for (let i = 0; i < 6; i++) fields.append('note', 'x');
  fields.append('photo', new File(['a'], 'a.jpg'));
  for (const body of [two, other, fields, new FormData()]) {
    const res = await fetch(`${url}/photos`, { method: 'POST', body });
    assert.equal(res.status, 400);
  }
  for (const [type, body] of [
    ['application/json', '{}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['multipart/form-data; boundary=x', `--x\r\n${part}\r\n\r\nno end`],
  ]) {
    const headers = { 'content-type': type };
    const signal = AbortSignal.timeout(2_000);
    const res = await fetch(`${url}/photos`, {
      method: 'POST',
      headers,
      body,
      signal,
    });
    assert.equal(res.status, 400, body);
  }
  await eventually(() => files().incoming === 0);
});

test('the name that the client sent keeps its umlauts', async (t) => {
  const app = express();
  app.post('/', receivePhoto(join(data, 'incoming')), (req, res) =>
    res.json(req.file.originalname),
  );
  const other = app.listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const body = new FormData();
  body.set('photo', new File(['x'], 'Tür "links".jpg'));
  const { port } = other.address();
  const res = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body,
  });
  assert.equal(await res.json(), 'Tür "links".jpg');
});

test('only names of photos are delivered', async () => {
  writeFileSync(join(data, 'secret.jpg'), 'secret');
  const id = '5d3c2f9e-0000-4000-8000-000000000000';
  for (const path of [
    '..%2Fsecret.jpg',
    '..%2F/large.jpg',
    `${id}/..%2F..%2Fsecret.jpg`,
    `${id}/large.jpg`,
  ]) {
    const res = await fetch(`${url}/photos/${path}`);
    assert.equal(res.status, 404, path);
    assert.doesNotMatch(await res.text(), new RegExp(tmpdir())); // our paths
  }
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  t.mock.method(express.response, 'location', () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  });
  const res = await send(await picture(800, 600).jpeg().toBuffer());
  assert.equal(res.status, 500);
  assert.equal((await fetch(`${url}/photos/%/large.jpg`)).status, 400);
});

test('old remains are cleaned up, young ones stay', async () => {
  writeFileSync(join(data, 'incoming', 'a'), '');
  mkdirSync(join(data, 'incoming', 'b-done'));
  writeFileSync(join(data, 'incoming', 'b-done', 'large.jpg'), '');
  await cleanUp(join(data, 'incoming'), 60_000);
  assert.equal(files().incoming, 2);
  await sleep(20);
  await cleanUp(join(data, 'incoming'), 10);
  assert.equal(files().incoming, 0);
});

async function eventually(isTrue) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (isTrue()) return;
    await sleep(50);
  }
  assert.fail('it did not happen within five seconds');
}
