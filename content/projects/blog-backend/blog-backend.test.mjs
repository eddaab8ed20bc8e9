// Blog Backend, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test blog-backend.test.mjs
//
// Needs Node.js 22 or later and no package. Every run writes posts and categories of its own, so use a database that you can
// throw away. The last test uses up your limit of comments: wait ten minutes before you run the tests again.
// Not tested: the number of SQL statements, and a key that is withdrawn.
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const author = { authorization: 'Bearer test-author' };
const category = `t-${randomUUID().slice(0, 8)}`;
const newTitle = () => `The red bridge ${randomUUID().slice(0, 8)}`;
const post = (body, headers = author) => call('POST', '/posts', { headers, body });
const publish = (slug, headers = author) => call('PUT', `/posts/${slug}/publication`, { headers });
const comment = (slug, body) => call('POST', `/posts/${slug}/comments`, { body: { name: 'Ilse', body } });

before(async () => {
  await call('PUT', `/categories/${category}`, { headers: author }).catch(() => {});
});

async function newDraft(title = newTitle()) {
  const response = await post({ title, body: 'Use the ford.', categories: [category] });
  expect(response).status(201, 'for a valid post').that(typeof response.json?.slug === 'string', 'a "slug" in the post');
  return response.json;
}

async function newPost(title) {
  const draft = await newDraft(title);
  expect(await publish(draft.slug)).status(200, 'for publishing a draft');
  return draft;
}

/** The view for editing, and a PUT that is based on it. */
async function change(slug, changes) {
  const present = await call('GET', `/posts/${slug}`, { headers: author });
  expect(present).status(200, 'for an author').header('ETag', /"/, 'to be there, for the view for editing');
  const { title, body, categories } = present.json ?? {};
  const headers = { ...author, 'if-match': present.headers.get('etag') };
  return call('PUT', `/posts/${slug}`, { headers, body: { title, body, categories, slug, ...changes } });
}

describe('Stage 1: Posts that everyone may read', () => {
  it('a published post is there for everyone', async () => {
    const { slug, title } = await newPost();
    const response = await call('GET', `/posts/${slug}`);
    expect(response)
      .status(200, 'for a published post, without a key')
      .field('slug', slug)
      .field('title', title)
      .field('body', 'Use the ford.')
      .field('categories', [category])
      .field('comments', [])
      .that(!Number.isNaN(Date.parse(response.json.publishedAt)), 'a moment in "publishedAt"');
  });

  it('a draft and an unknown slug return 404 with the same body', async () => {
    const { slug } = await newDraft();
    const missing = await call('GET', `/posts/no-such-post-${randomUUID()}`);
    expect(missing).status(404, 'for an unknown slug');
    const draft = await call('GET', `/posts/${slug}`);
    expect(draft).status(404, 'for a draft, without a key').that(draft.text === missing.text, `the body of an unknown slug: ${missing.text}`);
  });

  it('the list has published posts only, the newest first', async () => {
    const [first, draft, second] = [await newPost(), await newDraft(), await newPost()];
    const response = await call('GET', `/posts?category=${category}&limit=50`, { headers: author });
    const slugs = response.json?.items?.map?.(({ slug }) => slug) ?? [];
    expect(response)
      .status(200, 'for the list')
      .that(slugs[0] === second.slug && slugs[1] === first.slug, 'the two posts that were published last, the newest first, in "items"')
      .that(!slugs.includes(draft.slug), 'no draft in "items"');
  });

  it('GET /categories counts published posts', async () => {
    const name = `t-${randomUUID().slice(0, 8)}`;
    expect(await call('PUT', `/categories/${name}`, { headers: author })).status(201, 'for a new category');
    const response = await post({ title: newTitle(), body: 'x', categories: [name] });
    expect(response).status(201, 'for a valid post');
    const count = async () => {
      const all = await call('GET', '/categories');
      expect(all).status(200, 'for the list').that(Array.isArray(all.json?.items), 'an array "items"');
      return [all, all.json.items.find((item) => item.name === name)?.posts];
    };
    const [draft, none] = await count();
    expect(draft).that(none === 0, `"posts": 0 for ${name}, which has a draft only`);
    await publish(response.json?.slug);
    const [published, one] = await count();
    expect(published).that(one === 1, `"posts": 1 for ${name}, which has one published post`);
  });
});

describe('Stage 2: Writing', () => {
  it('a new post is a draft', async () => {
    const response = await post({ title: newTitle(), body: 'x', categories: [category] });
    expect(response).status(201, 'for a valid post').field('publishedAt', null, 'for a draft').header('Location', /^(?:https?:\/\/[^/]+)?\/posts\//, 'to lead to the post');
  });

  it('publishing twice keeps the first time', async () => {
    const { slug } = await newDraft();
    expect(await publish(slug)).status(200, 'for publishing a draft');
    const first = await call('GET', `/posts/${slug}`);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await publish(slug)).status(200, 'for publishing again');
    expect(await call('GET', `/posts/${slug}`)).status(200, 'for a published post').field('publishedAt', first.json?.publishedAt, 'as the first time');
  });

  it('a post can be taken back to draft', async () => {
    const { slug } = await newPost();
    const takeBack = () => call('DELETE', `/posts/${slug}/publication`, { headers: author });
    expect(await takeBack()).status(204, 'for taking a post back');
    expect(await takeBack()).status(204, 'for a post that is a draft already');
    expect(await call('GET', `/posts/${slug}`)).status(404, 'for a draft, without a key');
  });

  it('a slug is made of the title', async () => {
    const id = randomUUID().slice(0, 8);
    expect(await post({ title: `  Season's  END? -- ${id}!`, body: 'x', categories: [category] }))
      .status(201, 'for a valid post')
      .field('slug', `season-s-end-${id}`, 'from a to z, 0 to 9 and single hyphens');
    const long = { title: `${id}${'x'.repeat(142)}`, body: 'x', categories: [category] };
    const both = [await post(long), await post(long)];
    for (const response of both)
      expect(response).status(201, 'for a title of 150 characters').that(response.json?.slug?.length <= 80, 'a "slug" of at most 80 characters');
    expect(both[1]).that(both[0].json.slug !== both[1].json.slug, `another slug than ${both[0].json.slug}`);
  });

  it('a slug that is taken gets -2, then -3', async () => {
    const title = newTitle();
    const [first, second, third] = [await newDraft(title), await newDraft(title), await newDraft(title)];
    const response = await call('GET', `/posts/${third.slug}`, { headers: author });
    expect(response).that(second.slug === `${first.slug}-2`, `${first.slug}-2 for the second post with this title (it got ${second.slug})`);
    expect(response).that(third.slug === `${first.slug}-3`, `${first.slug}-3 for the third one (it got ${third.slug})`);
  });

  it('two posts with one title at the same moment are both stored', async () => {
    const body = { title: newTitle(), body: 'x', categories: [category] };
    const both = await Promise.all([post(body), post(body)]);
    for (const response of both) expect(response).status(201, 'for both of two posts at the same moment');
    expect(both[1]).that(both[0].json?.slug !== both[1].json?.slug, 'different slugs for the two');
  });

  it('a blank title, or one of 151 characters, returns 422', async () => {
    for (const title of ['  ', 'x'.repeat(151), undefined])
      expect(await post({ title, body: 'x', categories: [category] })).status(422, `for the title ${JSON.stringify(title)?.slice(0, 20)}`);
  });

  it('after a change of slug the old address returns 301', async () => {
    const { slug } = await newPost();
    const next = `${slug}-is-out`;
    expect(await change(slug, { slug: next })).status(200, 'for a new slug').field('slug', next);
    expect(await call('GET', `/posts/${slug}`)).status(301, 'for an old slug').header('Location', new RegExp(`/posts/${next}$`), `to be /posts/${next}`);
    expect(await call('GET', `/posts/${next}`)).status(200, 'for the new slug');
    await call('DELETE', `/posts/${next}/publication`, { headers: author });
    expect(await call('GET', `/posts/${slug}`)).status(404, 'for an old slug of a draft');
  });

  it('an old slug is never given to another post', async () => {
    const { slug, title } = await newPost();
    expect(await change(slug, { slug: `${slug}-is-out` })).status(200, 'for a new slug');
    const other = await newDraft(title);
    expect(await call('GET', `/posts/${other.slug}`, { headers: author })).that(other.slug !== slug, `another slug than ${slug}, which a post once had`);
    expect(await change(other.slug, { slug })).status(409, 'for a slug that another post once had');
  });

  it('PUT without If-Match returns 428, with an outdated one 412', async () => {
    const { slug } = await newDraft();
    const body = { title: newTitle(), body: 'Mine', categories: [category], slug };
    expect(await call('PUT', `/posts/${slug}`, { headers: author, body })).status(428, 'without If-Match');
    const old = await call('GET', `/posts/${slug}`, { headers: author });
    expect(old)
      .header('Cache-Control', /(?=.*private)(?=.*no-store)/, 'to be private, no-store in the view for editing')
      .header('Vary', /authorization/i, 'to be Authorization');
    const first = { headers: { ...author, 'if-match': old.headers.get('etag') ?? '"0"' }, body: { ...body, body: 'Saved first' } };
    const both = await Promise.all([1, 2].map(() => call('PUT', `/posts/${slug}`, first)));
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[0]).that(statuses === '200 and 412', `one 200 and one 412 for two PUTs with one ETag (they got ${statuses})`);
    const late = await call('PUT', `/posts/${slug}`, { headers: { ...author, 'if-match': old.headers.get('etag') ?? '"0"' }, body });
    expect(late).status(412, 'for an outdated ETag');
    expect(await call('GET', `/posts/${slug}`, { headers: author })).field('body', 'Saved first', 'because the second author was late');
  });

  it('without a key, or with an unknown one, writing returns 401', async () => {
    const { slug } = await newDraft();
    const unknown = { authorization: 'Bearer not-a-key' };
    expect(await post({ title: 'x', body: 'x', categories: [category] }, {})).status(401, 'without a key');
    expect(await post({ title: 'x', body: 'x', categories: [category] }, unknown)).status(401, 'for an unknown key');
    expect(await publish(slug, {})).status(401, 'without a key');
    const draft = await call('GET', `/posts/${slug}`, { headers: author });
    const body = { ...draft.json, body: 'Mine' };
    expect(await call('PUT', `/posts/${slug}`, { headers: { 'if-match': draft.headers.get('etag') ?? '"1"' }, body })).status(401, 'without a key');
    expect(await call('DELETE', `/posts/${slug}/publication`)).status(401, 'without a key');
    expect(await call('PUT', '/categories/x', {})).status(401, 'without a key');
    expect(await call('DELETE', `/categories/${category}`)).status(401, 'without a key');
    expect(await call('GET', `/posts/${slug}`, { headers: unknown })).status(401, 'for an unknown key, on GET too');
    expect(await call('GET', `/posts/${slug}`)).status(404, 'for the draft, which no one without a key can publish');
  });
});

describe('Stage 3: Categories', () => {
  it('creating a category twice changes nothing', async () => {
    const name = `t-${randomUUID().slice(0, 8)}`;
    expect(await call('PUT', `/categories/${name}`, { headers: author })).status(201, 'for a new category');
    expect(await call('PUT', `/categories/${name}`, { headers: author })).status(200, 'for one that exists');
  });

  it('an unknown category returns 422, and nothing is stored', async () => {
    const title = newTitle();
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const response = await post({ title, body: 'x', categories: [category, 'no-such-category'] });
    expect(response).status(422, 'for an unknown category');
    expect(await call('GET', `/posts/${slug}`, { headers: author })).status(404, 'because the post was refused');
  });

  it('a post has 1 to 5 categories', async () => {
    expect(await post({ title: newTitle(), body: 'x', categories: [] })).status(422, 'without a category');
    const six = Array.from({ length: 6 }, (_, index) => `${category}-${index}`);
    for (const name of six) await call('PUT', `/categories/${name}`, { headers: author });
    expect(await post({ title: newTitle(), body: 'x', categories: six })).status(422, 'for six categories');
    const five = await post({ title: newTitle(), body: 'x', categories: six.slice(1) });
    expect(five).status(201, 'for five categories');
    await publish(five.json?.slug);
    const list = await call('GET', `/posts?category=${six[5]}`);
    expect(list).status(200, 'for the list').that(list.json?.items?.[0]?.categories?.length === 5, 'all five categories of the post in a list of one category');
  });

  it('a category that is in use cannot be removed', async () => {
    await newDraft();
    expect(await call('DELETE', `/categories/${category}`, { headers: author })).status(409, 'for a category that a post uses');
    const name = `t-${randomUUID().slice(0, 8)}`;
    await call('PUT', `/categories/${name}`, { headers: author });
    expect(await call('DELETE', `/categories/${name}`, { headers: author })).status(204, 'for a category without posts');
    expect(await call('DELETE', `/categories/${name}`, { headers: author })).status(404, 'for one that is gone');
  });

  it('reading page by page while posts are published repeats none', async () => {
    const start = [];
    for (let count = 0; count < 5; count += 1) start.unshift((await newPost()).slug);
    const seen = [];
    let path = `/posts?category=${category}&limit=2`;
    let response;
    for (let pages = 0; path && seen.length < 8 && pages < 8; pages += 1) {
      response = await call('GET', path);
      expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items"');
      seen.push(...response.json.items.map(({ slug }) => slug));
      await newPost();
      path = response.json.nextCursor && `/posts?category=${category}&limit=2&cursor=${encodeURIComponent(response.json.nextCursor)}`;
    }
    expect(response).that(seen.slice(0, 5).join() === start.join(), `${start.join(', ')} on pages of 2 (they had ${seen.join(', ')})`);
  });

  it('a limit above 50 returns 400', async () => {
    expect(await call('GET', '/posts?limit=51')).status(400, 'for a limit of 51');
  });
});

describe('Stage 4: Comments', () => {
  const pending = async (body) => {
    let response;
    let found;
    for (let path = '/comments?state=pending', pages = 0; path && !found && pages < 50; pages += 1) {
      response = await call('GET', path, { headers: author });
      found = response.json?.items?.find?.((item) => item.body === body);
      path = response.json?.nextCursor && `/comments?state=pending&cursor=${encodeURIComponent(response.json.nextCursor)}`;
    }
    expect(response).status(200, 'for an author').that(found?.id, 'the new comment, with an "id", in "items"');
    return found.id;
  };
  const judge = (id, state, headers = author) => call('PUT', `/comments/${id}/state`, { headers, body: { state } });

  it('a comment needs no key and waits for approval, then it is there as it was sent', async () => {
    const { slug } = await newPost();
    const body = `Knee-deep <b>today</b> & <script>alert(1)</script> ${randomUUID()}`;
    expect(await comment(slug, body)).status(202, 'for a comment, without a key');
    expect(await call('GET', `/posts/${slug}`)).field('comments', [], 'before an author has approved the comment');
    const id = await pending(body);
    expect(await judge(id, 'approved')).status(200, 'for approving a comment');
    const response = await call('GET', `/posts/${slug}`);
    expect(response)
      .header('Content-Type', /^application\/json/, 'to be application/json')
      .field('comments.0.body', body, 'exactly as it was sent')
      .field('comments.0.name', 'Ilse');
    expect(await judge(id, 'rejected')).status(200, 'for rejecting a comment');
    expect(await call('GET', `/posts/${slug}`)).field('comments', [], 'after an author rejected the comment');
  });

  it('an approved comment changes the ETag for readers', async () => {
    const { slug } = await newPost();
    const first = await call('GET', `/posts/${slug}`);
    expect(first).header('ETag', /"/, 'to be there');
    const ask = () => call('GET', `/posts/${slug}`, { headers: { 'if-none-match': first.headers.get('etag') } });
    expect(await ask()).status(304, 'for the present ETag');
    const body = `Dry again ${randomUUID()}`;
    expect(await comment(slug, body)).status(202, 'for a comment');
    expect(await judge(await pending(body), 'approved')).status(200, 'for approving a comment');
    expect(await ask()).status(200, 'for the ETag from before a comment was approved');
  });

  it('a comment on a draft or an unknown post returns 404', async () => {
    const { slug } = await newDraft();
    expect(await comment(slug, 'Hello')).status(404, 'for a comment on a draft');
    expect(await comment('no-such-post', 'Hello')).status(404, 'for a comment on an unknown post');
  });

  it('only authors see and judge comments', async () => {
    expect(await call('GET', '/comments?state=pending')).status(401, 'without a key');
    expect(await judge('1', 'approved', {})).status(401, 'without a key');
  });

  it('a sixth comment within ten minutes returns 429', async () => {
    let response;
    for (let count = 0; count < 6; count += 1) response = await comment((await newPost()).slug, `Number ${count}`);
    expect(response).status(429, 'for the sixth comment from one address').header('Retry-After', /\S/, 'to say when to try again');
  });
});
