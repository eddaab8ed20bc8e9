// File Storage Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test file-storage-service.test.mjs
//
// Needs Node.js 22 or later and no package. Every run uses accounts of its own.
// Not tested: memory under large transfers, kill -9, a full disk, bytes that are purged after an hour, uploads that are given up
// after a day, links that expire, lists of several pages, types of files, names on disk, that equal content is stored once, and the other
// host name for downloads: all requests go to one host.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import http from 'node:http';
import { describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const newUser = () => ({ authorization: `Bearer test-user-${randomInt(1_000_000, 1_000_000_000)}` });
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
const announce = (user, { name = 'take 1.flac', size, sha256 = hashOf(String(size)) }) =>
  call('POST', '/uploads', { headers: user, body: { name, size, sha256 } });

/** Announces bytes: the path of the upload. */
async function begin(user, bytes, { name, sha256 = hashOf(bytes) } = {}) {
  const response = await announce(user, { name, size: bytes.length, sha256 });
  expect(response).status(201, 'for an announcement').header('Location', /\/uploads\/[^/]+$/, 'to lead to the upload');
  return new URL(response.headers.get('location'), 'http://localhost').pathname;
}
const append = (user, path, bytes, offset = 0, type = 'application/offset+octet-stream') =>
  call('PATCH', path, { headers: { ...user, 'content-type': type, 'upload-offset': String(offset) }, body: bytes });
const complete = (user, path) => call('POST', `${path}/complete`, { headers: user });
const offsetOf = async (user, path, wanted, why) =>
  expect(await call('HEAD', path, { headers: user })).status(200, 'for an upload').header('Upload-Offset', new RegExp(`^${wanted}$`), `to be ${wanted} ${why}`);

/** Sends bytes in a body whose length is unknown; with `breaksOff`, the connection ends before the body does. The status, if there is one. */
const stream = (user, path, bytes, { offset = 0, breaksOff = false } = {}) =>
  new Promise((resolve) => {
    const headers = { ...user, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const request = http.request(base + path, { method: 'PATCH', headers: breaksOff ? { ...headers, 'content-length': bytes.length * 2 } : headers });
    request.on('response', (response) => resolve(response.resume().statusCode)).on('error', () => resolve(undefined));
    request.setTimeout(10_000, () => request.destroy());
    request.write(bytes);
    if (breaksOff) setTimeout(() => request.destroy(), 500);
    else request.end();
  });

/** Uploads a whole file. */
async function store(user, bytes = randomBytes(1000), options) {
  const path = await begin(user, bytes, options);
  expect(await append(user, path, bytes)).status(204, 'for all bytes in one piece');
  const response = await complete(user, path);
  expect(response).status(201, 'for a complete upload').that(response.json?.id, 'an "id" of the file');
  return response.json;
}
const content = (user, id, headers = {}, method = 'GET') => call(method, `/files/${id}/content`, { headers: { ...user, ...headers } });
const list = async (user) => {
  const response = await call('GET', '/files', { headers: user });
  expect(response).status(200, 'for the list').that(Array.isArray(response.json?.items), 'an array "items"');
  return response;
};

describe('Stage 1: Upload and download', () => {
  it('an announced upload has no bytes yet', async () => {
    const user = newUser();
    await offsetOf(user, await begin(user, randomBytes(100)), 0, 'before the first byte');
  });

  it('bytes that were sent are counted', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes);
    expect(await append(user, path, bytes.subarray(0, 60))).status(204, 'for a piece').header('Upload-Offset', /^60$/, 'to be 60');
    await offsetOf(user, path, 60, 'after 60 bytes');
  });

  it('an upload in pieces becomes the same file', async () => {
    const user = newUser();
    const bytes = randomBytes(5000);
    const path = await begin(user, bytes);
    for (const at of [0, 2000, 4000]) expect(await append(user, path, bytes.subarray(at, at + 2000), at)).status(204, 'for a piece at the present offset');
    const file = await complete(user, path);
    expect(file).status(201, 'for a complete upload').field('size', 5000).field('sha256', hashOf(bytes)).field('name', 'take 1.flac');
    const response = await content(user, file.json?.id);
    expect(response).status(200, 'for a file').that(bytes.equals(response.bytes), 'exactly the bytes that were sent');
  });

  it('completing twice returns the same file', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes);
    await append(user, path, bytes);
    const both = await Promise.all([complete(user, path), complete(user, path)]);
    const [first, second] = both.toSorted((a, b) => b.status - a.status);
    expect(first).status(201, 'for a complete upload');
    expect(second).status(200, 'for completing at the same moment').field('id', first.json?.id);
    expect(await complete(user, path)).status(200, 'for completing again').field('id', first.json?.id, 'as the first time');
    await call('DELETE', path, { headers: user });
    expect(await content(user, first.json?.id)).status(200, 'for a file whose upload was given up after it was complete');
  });

  it('a file is in the list after it was completed, and not before', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes);
    await append(user, path, bytes);
    expect(await list(user)).field('items', [], 'before the upload is complete');
    const file = await complete(user, path);
    expect(await list(user)).field('items.0.id', file.json?.id);
  });

  it('the list is sorted by name, and a cursor that is none returns 400', async () => {
    const user = newUser();
    for (const name of ['cello', 'alto', 'bass']) await store(user, undefined, { name });
    const response = await list(user);
    const names = response.json.items.map(({ name }) => name).join(', ');
    expect(response).that(names === 'alto, bass, cello', `the files alto, bass, cello in this order (they are ${names})`);
    expect(await call('GET', '/files?cursor=%21', { headers: user })).status(400, 'for the cursor "!"');
  });

  it('an empty file is a file', async () => {
    const user = newUser();
    const path = await begin(user, Buffer.alloc(0));
    const file = await complete(user, path);
    expect(file).status(201, 'for a file of 0 bytes').field('size', 0);
    expect(await content(user, file.json?.id)).status(200, 'for an empty file');
  });

  it('names are kept exactly', async () => {
    const user = newUser();
    for (const name of ['../Dvořák №8 "live" <b>.flac'.replaceAll('/', '∕'), 'ř'.repeat(255), ' Dvor\u030Ca\u0301k.flac ', '..']) {
      const { id } = await store(user, undefined, { name });
      expect(await call('GET', `/files/${id}`, { headers: user })).status(200, 'for a file').field('name', name);
    }
  });

  it('a name with a slash or control character, an empty one and one of 256 characters return 422', async () => {
    for (const name of ['a/b', 'a\nb', '', 'x'.repeat(256)]) expect(await announce(newUser(), { name, size: 10 })).status(422, `for the name ${JSON.stringify(name).slice(0, 20)}`);
  });

  it('without a token there is a 401', async () => {
    expect(await announce({}, { size: 10 })).status(401, 'without a token');
    expect(await call('GET', '/files')).status(401, 'without a token');
  });
});

describe('Stage 2: When something goes wrong', () => {
  it('another offset than the present one returns 409 and changes nothing', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes);
    expect(await append(user, path, bytes.subarray(0, 10), 0)).status(204, 'for the first piece');
    for (const offset of [0, 50]) expect(await append(user, path, randomBytes(10), offset)).status(409, `for the offset ${offset} after 10 bytes`);
    await offsetOf(user, path, 10, 'as before');
    expect(await append(user, path, bytes.subarray(10), 10)).status(204, 'for the rest at the present offset');
    expect(await complete(user, path)).status(201, 'for the announced bytes, because nothing of the refused pieces is kept');
  });

  it('what arrived before the connection broke off is kept, and the upload continues there', async () => {
    const user = newUser();
    const bytes = randomBytes(400_000);
    const path = await begin(user, bytes);
    await stream(user, path, bytes.subarray(0, 200_000), { breaksOff: true });
    let head;
    let next;
    for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 300))) {
      head = await call('HEAD', path, { headers: user });
      const offset = Number(head.headers.get('upload-offset'));
      if (offset > 0) next = await append(user, path, bytes.subarray(offset), offset);
      if (next && next.status !== 409) break;
    }
    expect(head).that(Number(head.headers.get('upload-offset')) > 0, 'an Upload-Offset above 0 within 15 seconds after 200,000 bytes of a piece arrived and its connection broke off');
    expect(next).status(204, 'for the rest, at the offset that HEAD returned');
    expect(await complete(user, path)).status(201, 'for an upload that was continued, with the SHA-256 of the original');
  });

  it('of two pieces at the same moment one is taken', async () => {
    const user = newUser();
    const path = await begin(user, randomBytes(200_000));
    const both = await Promise.all([1, 2].map(() => append(user, path, randomBytes(100_000), 0)));
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[1]).that(statuses === '204 and 409', `one 204 and one 409 for the same offset (they got ${statuses})`);
    await offsetOf(user, path, 100_000, 'after one piece');
  });

  it('bytes beyond the announced size return 413, and the offset stays', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes);
    expect(await append(user, path, bytes.subarray(0, 60), 0)).status(204, 'for 60 of 100 bytes');
    expect(await append(user, path, randomBytes(60), 60)).status(413, 'for 120 of 100 bytes');
    await offsetOf(user, path, 60, 'as before');
    await stream(user, path, randomBytes(60), { offset: 60 });
    await offsetOf(user, path, 60, 'after 60 bytes without a Content-Length, of which 20 were too many');
    expect(await append(user, path, bytes.subarray(60), 60)).status(204, 'for the right 40 bytes after two pieces that were too long');
    expect(await complete(user, path)).status(201, 'for the announced bytes, because nothing of the pieces that were too long is kept');
  });

  it('an upload with missing bytes cannot be completed', async () => {
    const user = newUser();
    const path = await begin(user, randomBytes(100));
    expect(await append(user, path, randomBytes(60), 0)).status(204, 'for 60 of 100 bytes');
    expect(await complete(user, path)).status(409, 'while 40 bytes are missing');
  });

  it('another hash than the announced one returns 422 and leaves no file', async () => {
    const user = newUser();
    const bytes = randomBytes(100);
    const path = await begin(user, bytes, { sha256: hashOf('something else') });
    await append(user, path, bytes);
    expect(await complete(user, path)).status(422, 'for bytes with another hash');
    const again = await complete(user, path);
    expect(again).that([404, 409, 422].includes(again.status), '422 for completing again, or 404 for an upload that is gone');
    expect(await list(user)).field('items', [], 'after an upload with a wrong hash');
  });

  it('a piece of another media type returns 415', async () => {
    const user = newUser();
    const path = await begin(user, randomBytes(10));
    expect(await append(user, path, randomBytes(10), 0, 'text/plain')).status(415, 'for text/plain');
  });

  it('a piece without a valid offset returns 400', async () => {
    const user = newUser();
    const path = await begin(user, randomBytes(10));
    for (const offset of ['', '-1', 'x']) expect(await append(user, path, randomBytes(10), offset)).status(400, `for the offset "${offset}"`);
  });

  it('an upload that was given up is gone', async () => {
    const user = newUser();
    const path = await begin(user, randomBytes(10));
    expect(await call('DELETE', path, { headers: user })).status(204, 'for an upload');
    expect(await call('HEAD', path, { headers: user })).status(404, 'for an upload that was given up');
  });

  it('a size above 10 GB returns 413, one below zero 422', async () => {
    expect(await announce(newUser(), { size: 10_000_000_001 })).status(413, 'for more than 10 GB');
    for (const size of [-1, 1.5, null]) expect(await announce(newUser(), { size })).status(422, `for a size of ${size}`);
    expect(await announce(newUser(), { size: 10, sha256: 'abc' })).status(422, 'for a SHA-256 of three characters');
  });
});

describe('Stage 3: Ranges', () => {
  it('a range returns 206 with its bytes', async () => {
    const user = newUser();
    const bytes = randomBytes(1000);
    const { id } = await store(user, bytes);
    const response = await content(user, id, { range: 'bytes=100-199' });
    expect(response)
      .status(206, 'for bytes=100-199')
      .header('Content-Range', /^bytes 100-199\/1000$/, 'to be bytes 100-199/1000')
      .that(bytes.subarray(100, 200).equals(response.bytes), 'the bytes 100 to 199');
  });

  it('a range without an end, and one from the end', async () => {
    const user = newUser();
    const bytes = randomBytes(1000);
    const { id } = await store(user, bytes);
    const open = await content(user, id, { range: 'bytes=990-' });
    expect(open).status(206, 'for bytes=990-').that(bytes.subarray(990).equals(open.bytes), 'the last ten bytes');
    const last = await content(user, id, { range: 'bytes=-10' });
    expect(last).status(206, 'for bytes=-10').that(bytes.subarray(990).equals(last.bytes), 'the last ten bytes');
    const first = await content(user, id, { range: 'bytes=0-0' });
    expect(first).status(206, 'for bytes=0-0').that(bytes.subarray(0, 1).equals(first.bytes), 'the first byte only');
    const long = await content(user, id, { range: 'bytes=990-5000' });
    expect(long).status(206, 'for a range that ends behind the end').header('Content-Range', /^bytes 990-999\/1000$/, 'to be bytes 990-999/1000');
    const most = await content(user, id, { range: 'bytes=-5000' });
    expect(most).that(bytes.equals(most.bytes), 'all 1,000 bytes for the last 5,000');
  });

  it('a range behind the end returns 416', async () => {
    const user = newUser();
    const { id } = await store(user);
    expect(await content(user, id, { range: 'bytes=5000-' })).status(416, 'for a range behind the end').header('Content-Range', /^bytes \*\/1000$/, 'to be bytes */1000');
  });

  it('If-Range with another ETag returns the whole file', async () => {
    const user = newUser();
    const { id } = await store(user);
    const response = await content(user, id, { range: 'bytes=0-9', 'if-range': '"old"' });
    expect(response).status(200, 'for an ETag that does not fit').that(response.bytes.length === 1000, 'all 1,000 bytes');
    const tag = response.headers.get('etag') ?? '';
    expect(await content(user, id, { range: 'bytes=0-9', 'if-range': tag })).status(206, 'for the present ETag');
  });

  it('the current ETag gets 304', async () => {
    const user = newUser();
    const { id } = await store(user);
    const first = await content(user, id);
    expect(first).status(200, 'for a file').header('ETag', /"/, 'to be there');
    expect(await content(user, id, { 'if-none-match': first.headers.get('etag') })).status(304, 'for the current ETag');
  });

  it('a download is marked as one', async () => {
    const user = newUser();
    const { id } = await store(user, undefined, { name: 'Dvořák 8.flac' });
    expect(await content(user, id, {}, 'HEAD'))
      .status(200, 'for HEAD')
      .header('Content-Disposition', /^attachment;.*Dvo%C5%99%C3%A1k%208\.flac/, "to be attachment with filename*=UTF-8''Dvo%C5%99%C3%A1k%208.flac")
      .header('X-Content-Type-Options', /^nosniff$/, 'to be nosniff')
      .header('Content-Length', /^1000$/, 'to be 1000');
  });
});

describe('Stage 4: Accounts', () => {
  it("someone else's files and uploads look like missing ones", async () => {
    const [owner, other] = [newUser(), newUser()];
    const { id } = await store(owner);
    const path = await begin(owner, randomBytes(10));
    for (const file of [`/files/${id}`, `/files/${id}/content`]) expect(await call('GET', file, { headers: other })).status(404, "for someone else's file");
    expect(await call('DELETE', `/files/${id}`, { headers: other })).status(404, "for someone else's file");
    expect(await call('HEAD', path, { headers: other })).status(404, "for someone else's upload");
    expect(await append(other, path, randomBytes(10), 0)).status(404, "for someone else's upload");
    expect(await complete(other, path)).status(404, "for completing someone else's upload");
    expect(await call('DELETE', path, { headers: other })).status(404, "for giving up someone else's upload");
    expect(await call('POST', `/files/${id}/restore`, { headers: other })).status(404, "for restoring someone else's file");
    expect(await content(owner, id)).status(200, 'for the owner, after someone else tried to delete the file');
  });

  it("knowing the hash of someone else's file gives no access to it", async () => {
    const [owner, thief] = [newUser(), newUser()];
    const bytes = randomBytes(1000);
    await store(owner, bytes);
    const path = await begin(thief, bytes);
    await offsetOf(thief, path, 0, 'because the bytes have to be sent, whoever has them already');
    expect(await complete(thief, path)).status(409, 'for an upload of which no byte was sent');
  });

  it('of two files with the same bytes one may be deleted', async () => {
    const [one, other] = [newUser(), newUser()];
    const bytes = randomBytes(1000);
    const [first, second] = [await store(one, bytes), await store(other, bytes)];
    expect(await call('DELETE', `/files/${first.id}`, { headers: one })).status(204, 'for a file');
    const response = await content(other, second.id);
    expect(response).status(200, 'for the other file').that(bytes.equals(response.bytes), 'its bytes');
  });

  it('a deleted file is gone until it is restored', async () => {
    const user = newUser();
    const { id } = await store(user);
    expect(await call('DELETE', `/files/${id}`, { headers: user })).status(204, 'for a file');
    for (const path of [`/files/${id}`, `/files/${id}/content`]) expect(await call('GET', path, { headers: user })).status(404, 'for a file in the trash');
    expect(await list(user)).field('items', [], 'while the file is in the trash');
    expect(await call('POST', `/files/${id}/restore`, { headers: user })).status(200, 'for a file in the trash');
    expect(await content(user, id)).status(200, 'for a file that was restored');
  });

  it('uploads at the same moment do not exceed the quota', async () => {
    const user = newUser();
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => announce(user, { name: `take ${index}`, size: 1_000_000 })));
    const won = all.filter(({ status }) => status === 201).length;
    const refused = all.find(({ status }) => status !== 201);
    expect(refused ?? all[0])
      .that(won === 10, `201 for 10 of 20 uploads of 1,000,000 bytes, because a test account has 10,000,000 (${won} got it)`)
      .status(403, 'for an upload without room')
      .field('type', '/problems/quota');
  });

  it('an upload that was given up frees its room', async () => {
    const user = newUser();
    const first = await announce(user, { size: 10_000_000 });
    expect(first).status(201, 'for all of the room').header('Location', /\/uploads\//, 'to lead to the upload');
    expect(await announce(user, { size: 1 })).status(403, 'for one byte more');
    await call('DELETE', first.headers.get('location'), { headers: user });
    const [half] = [await announce(user, { size: 5_000_000 }), await announce(user, { size: 5_000_000 })];
    expect(half).status(201, 'after the first upload was given up').header('Location', /\/uploads\//, 'to lead to the upload');
    await Promise.all([1, 2].map(() => call('DELETE', half.headers.get('location'), { headers: user })));
    expect(await announce(user, { size: 5_000_001 })).status(403, 'after one of two halves was given up twice at the same moment');
  });

  it('a file takes up its size once, in the trash too', async () => {
    const user = newUser();
    const bytes = randomBytes(1000);
    const path = await begin(user, bytes);
    await append(user, path, bytes);
    const [file] = await Promise.all([complete(user, path), complete(user, path)]);
    await call('DELETE', `/files/${file.json?.id}`, { headers: user });
    expect(await announce(user, { size: 9_999_001 })).status(403, 'for one byte more than a file of 1,000 bytes in the trash leaves');
    expect(await announce(user, { size: 9_999_000 })).status(201, 'for all the room that a file of 1,000 bytes leaves');
  });
});

describe('Stage 5: Links', () => {
  const share = (user, id, days = 1) => call('POST', `/files/${id}/links`, { headers: user, body: { days } });

  it('a link works without login', async () => {
    const user = newUser();
    const bytes = randomBytes(1000);
    const link = await share(user, (await store(user, bytes)).id);
    expect(link).status(201, 'for a file').that(/\/s\/\S{20,}/u.test(link.json?.link), 'a "link" that ends in /s/ and a long token');
    const response = await call('GET', link.json.link);
    expect(response)
      .status(200, 'without login')
      .that(bytes.equals(response.bytes), 'the bytes of the file')
      .header('Content-Disposition', /^attachment;/, 'to be attachment')
      .header('X-Content-Type-Options', /^nosniff$/, 'to be nosniff');
    expect(await call('GET', link.json.link, { headers: { range: 'bytes=0-9' } })).status(206, 'for a range');
  });

  it('a revoked link returns 410, an altered one 404', async () => {
    const user = newUser();
    const link = await share(user, (await store(user)).id);
    expect(link).status(201, 'for a file').that(link.json?.id, 'an "id" of the link');
    expect(await call('GET', `${link.json.link}x`)).status(404, 'for a link that was altered');
    expect(await call('DELETE', `/links/${link.json.id}`, { headers: newUser() })).status(404, "for revoking someone else's link");
    expect(await call('DELETE', `/links/${link.json.id}`, { headers: user })).status(204, 'for a link of your own');
    expect(await call('GET', link.json.link)).status(410, 'for a revoked link');
  });

  it('a link to a file in the trash returns 410', async () => {
    const user = newUser();
    const { id } = await store(user);
    const link = await share(user, id);
    expect(link).status(201, 'for a file');
    await call('DELETE', `/files/${id}`, { headers: user });
    expect(await call('GET', link.json?.link ?? '/s/none')).status(410, 'for a link to a file in the trash');
    expect(await share(user, id)).status(404, 'for a new link to a file in the trash');
  });

  it('a link lasts 1 to 7 days', async () => {
    const user = newUser();
    const { id } = await store(user);
    for (const days of [1, 7]) expect(await share(user, id, days)).status(201, `for ${days} days`);
    for (const days of [0, 8, 1.5]) expect(await share(user, id, days)).status(422, `for ${days} days`);
    expect(await share(newUser(), id)).status(404, "for someone else's file");
  });
});
