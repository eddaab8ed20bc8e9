// Content Management System, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test content-management-system.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates entries of its own. It takes up to 70 seconds, because it waits
// for schedules.
// Not tested: two workers, a start after a schedule was due, the end of a preview link after a day, and the minute in a cache.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { call, expect } from '../kit.mjs';

const author = { authorization: 'Bearer test-author' };
const other = { authorization: 'Bearer test-other-author' };
const office = { authorization: 'Bearer test-office' };
const blocks = [{ type: 'paragraph', text: 'Four hours from the valley.' }];
const newSlug = () => `hut-${randomUUID().slice(0, 8)}`;
const create = (body = {}, headers = author) =>
  call('POST', '/entries', { headers, body: { slug: newSlug(), title: 'Falken Hut', blocks, ...body } });

async function newEntry(body) {
  const response = await create(body);
  expect(response).status(201, 'for a valid entry').that(response.json?.id && response.json.slug, 'an "id" and a "slug" in the entry');
  return response.json;
}

const save = (id, base, body = {}, headers = author) =>
  call('PUT', `/entries/${id}/draft`, {
    headers: { ...headers, ...(base && { 'if-match': `"${base}"` }) },
    body: { title: 'Falken Hut', blocks, ...body },
  });
const publish = (id, revision = 1, headers = office) => call('PUT', `/entries/${id}/publication`, { headers, body: { revision } });
const seen = (slug, headers = {}) => call('GET', `/public/pages/${slug}`, { headers });

async function newPage(body) {
  const entry = await newEntry(body);
  expect(await publish(entry.id)).status(200, 'for publishing by the office');
  return entry;
}

async function rows(id, list) {
  const response = await call('GET', `/entries/${id}/${list}`, { headers: office });
  expect(response).status(200, 'for the list').that(Array.isArray(response.json?.items), 'an array "items"');
  return response.json.items;
}

describe('Stage 1: Drafts', () => {
  it('POST /entries returns 201 with revision 1', async () => {
    const response = await create({ title: 'Falken Hut' });
    expect(response)
      .status(201, 'for a valid entry')
      .header('ETag', /^"1"$/, 'to be "1"')
      .field('revision', 1)
      .field('title', 'Falken Hut')
      .field('blocks', blocks);
  });

  it('GET /entries/{id} has the latest revision', async () => {
    const { id } = await newEntry();
    expect(await call('GET', `/entries/${id}`, { headers: author })).status(200, 'for an entry').header('ETag', /^"1"$/, 'to be "1"').field('revision', 1);
  });

  it('saving creates the next revision', async () => {
    const { id } = await newEntry();
    expect(await save(id, 1, { title: 'Falken Hut in winter' }))
      .status(200, 'for a save that is based on the latest revision')
      .header('ETag', /^"2"$/, 'to be "2"')
      .field('title', 'Falken Hut in winter');
  });

  it('saving without If-Match returns 428, with an older one 412', async () => {
    const { id } = await newEntry();
    expect(await save(id, undefined)).status(428, 'without If-Match');
    expect(await save(id, 1, { title: 'First' })).status(200, 'for the latest revision');
    expect(await save(id, 1, { title: 'Late' })).status(412, 'for an older revision');
    expect(await call('GET', `/entries/${id}`, { headers: author })).field('title', 'First', 'because the second save was late').field('revision', 2);
  });

  it('of two saves at the same moment one wins', async () => {
    const { id } = await newEntry();
    const both = await Promise.all([save(id, 1, { title: 'A' }), save(id, 1, { title: 'B' })]);
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[1]).that(statuses === '200 and 412', `one 200 and one 412 for saves based on the same revision (they got ${statuses})`);
  });

  it('without a token there is a 401, and an unknown entry returns 404', async () => {
    expect(await create({}, {})).status(401, 'without a token');
    const { id } = await newEntry();
    for (const path of ['', '/revisions', '/history']) expect(await call('GET', `/entries/${id}${path}`)).status(401, 'for reading drafts without a token');
    expect(await call('GET', '/entries/999999999', { headers: author })).status(404, 'for an unknown entry');
  });

  it('a slug that is taken returns 409', async () => {
    const { slug } = await newEntry();
    expect(await create({ slug })).status(409, 'for a slug that another entry has');
  });
});

describe('Stage 2: Blocks', () => {
  it('the five types are taken', async () => {
    const five = [
      { type: 'notice', level: 'warning', text: 'The lower bridge is gone.' },
      { type: 'heading', text: 'Getting there' },
      { type: 'paragraph', text: 'Four hours.' },
      { type: 'table', rows: [['Beds', '42'], ['Winter room', '8']] },
    ];
    expect(await create({ blocks: five })).status(201, 'for notice, heading, paragraph and table').field('blocks', five);
  });

  it('text comes back with exactly its characters', async () => {
    const text = '<script>alert(1)</script> & <3 "é"';
    expect(await create({ blocks: [{ type: 'paragraph', text }] })).status(201, 'for a paragraph').field('blocks.0.text', text, 'exactly as it was sent');
  });

  const names = (response, path) => expect(response).status(422, 'for a block that is not valid').that(JSON.stringify(response.json ?? '').includes(path), `the path ${path} in the problem`);

  it('an unknown type returns 422 with its path', async () => {
    names(await create({ blocks: [...blocks, { type: 'video', url: 'x' }] }), '/blocks/1/type');
  });

  it('an unknown key returns 422 with its path', async () => {
    names(await create({ blocks: [...blocks, { type: 'paragraph', text: 'x', color: 'red' }] }), '/blocks/1/color');
  });

  it('a value of the wrong kind returns 422 with its path', async () => {
    names(await create({ blocks: [{ type: 'paragraph', text: 7 }] }), '/blocks/0/text');
    names(await create({ blocks: [{ type: 'notice', level: 'panic', text: 'x' }] }), '/blocks/0/level');
  });
});

describe('Stage 3: Publishing', () => {
  it('an entry is not public until it is published', async () => {
    const { id, slug } = await newEntry();
    expect(await seen(slug)).status(404, 'for an entry that is not published');
    expect(await publish(id)).status(200, 'for publishing by the office');
    expect(await seen(slug)).status(200, 'for a published entry').field('title', 'Falken Hut').field('blocks', blocks);
  });

  it('the revision that was named is public, not the latest one', async () => {
    const { id, slug } = await newEntry({ title: 'One' });
    await save(id, 1, { title: 'Two' });
    expect(await publish(id, 1)).status(200, 'for revision 1');
    expect(await seen(slug)).status(200, 'for a published entry').field('title', 'One', 'because revision 1 was published');
    expect(await publish(id, 99)).status(422, 'for a revision that does not exist');
  });

  it('saving a draft changes nothing for the public', async () => {
    const { id, slug } = await newPage();
    const before = await seen(slug);
    expect(await save(id, 1, { title: 'Two' })).status(200, 'for a save');
    const after = await seen(slug);
    expect(after).that(after.text === before.text, `the same bytes as before the draft: ${before.text}`);
    expect(after).that(after.headers.get('etag') === before.headers.get('etag'), 'the same ETag as before the draft');
  });

  it('publishing twice adds one line to the history', async () => {
    const { id } = await newPage();
    const before = await rows(id, 'history');
    expect(await publish(id)).status(200, 'for publishing the same revision again');
    const after = await rows(id, 'history');
    expect(await call('GET', `/entries/${id}/history`, { headers: office }))
      .that(before.length === 1, 'one line after the first publication')
      .that(after.length === 1, 'still one line after the second one');
  });

  it('a page that was taken offline returns 404', async () => {
    const { id, slug } = await newPage();
    const takeOffline = () => call('DELETE', `/entries/${id}/publication`, { headers: office });
    expect(await takeOffline()).status(204, 'for a published entry');
    expect(await takeOffline()).status(204, 'for one that is offline already');
    expect(await seen(slug)).status(404, 'for a page that is offline');
  });

  it('the current ETag gets 304 without a body', async () => {
    const { slug } = await newPage();
    const first = await seen(slug);
    expect(first).status(200, 'for a published entry').header('ETag', /"/, 'to be there');
    const again = await seen(slug, { 'if-none-match': first.headers.get('etag') });
    expect(again).status(304, 'for the current ETag').that(again.text === '', 'an empty body');
  });

  it('authors may not publish, take offline or schedule', async () => {
    const { id } = await newEntry();
    expect(await publish(id, 1, author)).status(403, 'for publishing by an author');
    expect(await call('DELETE', `/entries/${id}/publication`, { headers: author })).status(403, 'for taking offline by an author');
    const body = { revision: 1, at: new Date(Date.now() + 60_000).toISOString() };
    expect(await call('PUT', `/entries/${id}/schedule`, { headers: author, body })).status(403, 'for scheduling by an author');
  });

  it("another author's entry can't be saved", async () => {
    const { id } = await newEntry();
    expect(await save(id, 1, { title: 'Mine' }, other)).status(403, "for another author's entry");
  });
});

describe('Stage 4: Revisions, addresses, previews', () => {
  it('restoring an old revision copies it to the top', async () => {
    const { id } = await newEntry({ title: 'One' });
    await save(id, 1, { title: 'Two' });
    expect(await call('POST', `/entries/${id}/revisions/1/restore`, { headers: author })).status(201, 'for a revision that exists');
    expect(await call('GET', `/entries/${id}`, { headers: author })).field('revision', 3, 'after two saves and a restore').field('title', 'One');
    const all = await rows(id, 'revisions');
    const numbers = all.map(({ revision }) => revision).sort().join();
    expect(await call('GET', `/entries/${id}/revisions`, { headers: author })).that(numbers === '1,2,3', 'the revisions 1, 2 and 3 in "items"');
  });

  it('a former address returns 301, straight to the present one', async () => {
    const { id, slug } = await newPage();
    const [second, third] = [newSlug(), newSlug()];
    for (const next of [second, third])
      expect(await call('PUT', `/entries/${id}/slug`, { headers: office, body: { slug: next } })).status(200, 'for a new slug');
    for (const old of [slug, second])
      expect(await seen(old)).status(301, 'for a former address').header('Location', new RegExp(`/public/pages/${third}$`), `to be /public/pages/${third}`);
    expect(await seen(third)).status(200, 'for the present address');
    expect(await call('PUT', `/entries/${id}/slug`, { headers: office, body: { slug } })).status(200, 'for a slug that the entry had before');
    expect(await seen(slug)).status(200, 'for the first address, which is the present one again');
    expect(await seen(third)).status(301, 'for the address before').header('Location', new RegExp(`/public/pages/${slug}$`), `to be /public/pages/${slug}`);
    expect(await call('DELETE', `/entries/${id}/publication`, { headers: office })).status(204, 'for a published entry');
    expect(await seen(third)).status(404, 'for a former address of a page that is offline');
  });

  it('a slug that another entry ever used returns 409', async () => {
    const { id, slug } = await newPage();
    expect(await call('PUT', `/entries/${id}/slug`, { headers: office, body: { slug: newSlug() } })).status(200, 'for a new slug');
    expect(await create({ slug })).status(409, 'for a slug that another entry once had');
  });

  it('a preview link shows one revision without login', async () => {
    const { id } = await newEntry({ title: 'One' });
    await save(id, 1, { title: 'Two' });
    const link = await call('POST', `/entries/${id}/revisions/1/preview-links`, { headers: author });
    expect(link).status(201, 'for a revision that exists').that(/\/preview\/\S{20,}/u.test(link.json?.link), 'a "link" that ends in /preview/ and a long token');
    expect(await call('GET', link.json.link)).status(200, 'without login').field('title', 'One', 'for revision 1').header('Cache-Control', /no-store/, 'to be no-store');
    expect(await call('GET', `/preview/${randomUUID()}`)).status(404, 'for an invented token');
  });
});

describe('Stage 5: Schedules and images', () => {
  const schedule = (id, body) => call('PUT', `/entries/${id}/schedule`, { headers: office, body });
  const soon = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();

  it('a scheduled revision is public within 30 seconds of its time, and not before', async () => {
    const { id, slug } = await newEntry({ title: 'One' });
    await save(id, 1, { title: 'Two' });
    expect(await schedule(id, { revision: 1, at: soon(-60) })).status(422, 'for a time in the past');
    expect(await schedule(id, { revision: 1, at: soon(2) })).status(200, 'for a time in two seconds');
    expect(await seen(slug)).status(404, 'before the time of the schedule');
    let response = await seen(slug);
    for (const end = Date.now() + 32_000; response.status !== 200 && Date.now() < end; response = await seen(slug))
      await new Promise((resolve) => setTimeout(resolve, 500));
    expect(response).status(200, '30 seconds after the time of the schedule').field('title', 'One', 'because revision 1 was scheduled');
  });

  it('publishing by hand, and taking the plan back, cancel a schedule', async () => {
    const [byHand, forgotten, kept] = [await newEntry({ title: 'One' }), await newEntry(), await newEntry()];
    await save(byHand.id, 1, { title: 'Two' });
    expect(await schedule(byHand.id, { revision: 2, at: soon(3) })).status(200, 'for a time in three seconds');
    expect(await schedule(forgotten.id, { revision: 1, at: soon(3) })).status(200, 'for a time in three seconds');
    expect(await publish(byHand.id, 1)).status(200, 'for publishing by hand');
    expect(await call('DELETE', `/entries/${forgotten.id}/schedule`, { headers: office })).status(204, 'for a schedule');
    expect(await schedule(kept.id, { revision: 1, at: soon(4) })).status(200, 'for a time in four seconds');
    let response = await seen(kept.slug);
    for (const end = Date.now() + 34_000; response.status !== 200 && Date.now() < end; response = await seen(kept.slug))
      await new Promise((resolve) => setTimeout(resolve, 500));
    expect(response).status(200, '30 seconds after the time of the schedule that was kept');
    expect(await seen(byHand.slug)).field('title', 'One', 'because publishing by hand canceled the schedule');
    expect(await seen(forgotten.slug)).status(404, 'because the schedule was taken back');
  });

  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  /** The image with a comment of its own, so that no two have the same bytes. */
  function newImage() {
    const [comment, size, sum] = [Buffer.from(`tEXtComment\0${randomUUID()}`), Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(comment.length - 4);
    sum.writeUInt32BE(crc32(comment));
    return Buffer.concat([png.subarray(0, -12), size, comment, sum, png.subarray(-12)]);
  }
  const upload = (body, headers = author) => call('POST', '/media', { headers: { ...headers, 'content-type': 'image/png' }, body });

  it('an image is accepted by its content, not by its name', async () => {
    const response = await upload(png);
    expect(response).status(201, 'for a PNG').that(response.json?.id, 'an "id" of the image');
    expect(await upload('<html>no image</html>')).status(415, 'for HTML that is called image/png');
  });

  it('an image above 10 MiB returns 413', async () => {
    expect(await upload(Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]))).status(413, 'for a file above 10 MiB');
  });

  it('an image of a published page cannot be deleted', async () => {
    const [used, unused] = [await upload(newImage()), await upload(newImage())];
    expect(used).status(201, 'for a PNG');
    await newPage({ blocks: [{ type: 'image', media: used.json?.id, alt: 'The hut' }] });
    const remove = ({ json }) => call('DELETE', `/media/${json?.id}`, { headers: author });
    expect(await remove(used)).status(409, 'for an image that a published page uses');
    expect(await remove(unused)).status(204, 'for an image that no page uses');
  });
});
