// Social Media API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test social-media-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates people of its own.
// Not tested: the number of SQL statements, response times, the 15 minutes in which a post may be edited, handles, and
// what the database holds a day after an account was deleted.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

/** Someone new: a handle, and the headers of their requests. */
function newPerson() {
  const handle = `p_${randomUUID().slice(0, 8)}`;
  return { handle, headers: { authorization: `Bearer test-${handle}` } };
}

/** People whose accounts exist, because each has made a request. */
async function people(count) {
  const all = Array.from({ length: count }, newPerson);
  for (const { handle, headers } of all) expect(await call('GET', `/users/${handle}`, { headers })).status(200, 'for your own profile, with a new token');
  return all;
}

const as = ({ headers }, method, path, body) => call(method, path, { headers, body });

async function newPost(person, text = 'Saturn, 21:40, 90 mm refractor.') {
  const response = await as(person, 'POST', '/posts', { text });
  expect(response).status(201, 'for a valid post').that(typeof response.json?.id === 'string', 'an "id" that is text');
  return response.json;
}

async function newComment(person, post, more = {}) {
  const response = await as(person, 'POST', `/posts/${post.id}/comments`, { text: 'Me too', ...more });
  expect(response).status(201, 'for a valid comment').that(response.json?.id, 'an "id" of the comment');
  return response.json;
}

async function follow(person, other) {
  expect(await as(person, 'PUT', `/users/${other.handle}/follow`)).status(204, 'for following someone');
}

async function itemsOf(person, path) {
  const response = await as(person, 'GET', path);
  expect(response).status(200, 'for the list').that(Array.isArray(response.json?.items), 'an array "items"');
  return response.json.items;
}

const idsOf = async (person, path) => (await itemsOf(person, path)).map(({ id }) => id);

/** The items of all pages of a list that has 25, with the last response. */
async function allPages(person, path) {
  const items = [];
  let response = await as(person, 'GET', path);
  for (let pages = 0; pages < 30; pages += 1) {
    expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items"');
    items.push(...response.json.items);
    if (!response.json.nextCursor) break;
    response = await as(person, 'GET', `${path}?cursor=${encodeURIComponent(response.json.nextCursor)}`);
  }
  return { items, response };
}

/** Asks again for up to six seconds: counts may lag by five. */
async function until(isReached, ask) {
  let response = await ask();
  for (const end = Date.now() + 6000; !isReached(response) && Date.now() < end; response = await ask())
    await new Promise((resolve) => setTimeout(resolve, 200));
  return response;
}

describe('Stage 1: People and posts', () => {
  it('POST /posts returns 201 with the post', async () => {
    const [ida] = await people(1);
    const response = await as(ida, 'POST', '/posts', { text: 'Saturn' });
    expect(response)
      .status(201, 'for a valid post')
      .field('text', 'Saturn')
      .field('author.handle', ida.handle)
      .field('edited', false)
      .field('likes', 0)
      .field('comments', 0)
      .field('likedByMe', false);
  });

  it('the author is the sender, whatever the body says', async () => {
    const [ida, mo] = await people(2);
    for (const author of [mo.handle, { handle: mo.handle }]) {
      const response = await as(ida, 'POST', '/posts', { text: 'Saturn', author });
      const isRight = response.status === 422 || (response.status === 201 && response.json?.author?.handle === ida.handle);
      expect(response).that(isRight, `${ida.handle}, who sent the request, as the author, or a 422`);
    }
  });

  it('GET /posts/{id} reads it', async () => {
    const [ida, mo] = await people(2);
    const post = await newPost(ida);
    expect(await as(mo, 'GET', `/posts/${post.id}`)).status(200, 'for a post that exists').field('text', post.text);
  });

  it('without a token there is a 401', async () => {
    expect(await call('GET', '/users/nobody_at_all')).status(401, 'without a token');
    expect(await call('POST', '/posts', { body: { text: 'x' } })).status(401, 'without a token');
  });

  it('a post that does not exist returns 404', async () => {
    const [ida] = await people(1);
    expect(await as(ida, 'GET', '/posts/999999999')).status(404, "when the post doesn't exist");
  });

  it('a blank text, or one of 1,001 characters, returns 422', async () => {
    const [ida] = await people(1);
    expect(await as(ida, 'POST', '/posts', { text: '  ' })).status(422, 'for a text of blanks');
    expect(await as(ida, 'POST', '/posts', { text: 'x'.repeat(1001) })).status(422, 'for 1,001 characters');
    expect(await as(ida, 'POST', '/posts', { text: 'x'.repeat(1000) })).status(201, 'for 1,000 characters');
  });

  it('a body that is not valid JSON returns 400, one of another type 415', async () => {
    const [{ headers }] = await people(1);
    const send = (type, body) => call('POST', '/posts', { headers: { ...headers, 'content-type': type }, body });
    expect(await send('application/json', '{"text":')).status(400, 'for JSON that breaks off');
    expect(await send('text/plain', 'Saturn')).status(415, 'for text/plain');
  });

  it('the author may edit a post, which says so', async () => {
    const [ida] = await people(1);
    const { id } = await newPost(ida);
    const response = await as(ida, 'PATCH', `/posts/${id}`, { text: 'Saturn at last' });
    expect(response).status(200, 'for a post of your own').field('text', 'Saturn at last').field('edited', true);
    expect(await as(ida, 'PATCH', `/posts/${id}`, { text: '  ' })).status(422, 'for a change to blanks');
  });

  it('others may neither edit nor delete it', async () => {
    const [ida, mo] = await people(2);
    const { id } = await newPost(ida);
    expect(await as(mo, 'PATCH', `/posts/${id}`, { text: 'Mine' })).status(403, "for someone else's post");
    expect(await as(mo, 'DELETE', `/posts/${id}`)).status(403, "for someone else's post");
    expect(await as(ida, 'GET', `/posts/${id}`)).status(200, 'after someone else tried to delete the post');
  });

  it('a deleted post is gone, and deleting it again returns 404', async () => {
    const [ida] = await people(1);
    const { id } = await newPost(ida);
    expect(await as(ida, 'DELETE', `/posts/${id}`)).status(204, 'for a post of your own');
    expect(await as(ida, 'GET', `/posts/${id}`)).status(404, 'after the post was deleted');
    expect(await as(ida, 'DELETE', `/posts/${id}`)).status(404, 'for the same request again');
    expect(await as(ida, 'GET', `/posts/${id}/comments`)).status(404, 'for the comments of a deleted post');
  });

  it('following twice is one follow', async () => {
    const [ida, mo] = await people(2);
    await follow(ida, mo);
    await follow(ida, mo);
    const response = await until(({ json }) => json?.followers === 1, () => as(ida, 'GET', `/users/${mo.handle}`));
    expect(response).status(200, 'for a profile').field('handle', mo.handle).field('followers', 1).field('followedByMe', true);
    for (const time of ['the first time', 'again'])
      expect(await as(ida, 'DELETE', `/users/${mo.handle}/follow`)).status(204, `for an unfollow, ${time}`);
    const after = await until(({ json }) => json?.followers === 0, () => as(ida, 'GET', `/users/${mo.handle}`));
    expect(after).field('followers', 0, 'and never below').field('followedByMe', false);
  });

  it('no one follows themselves, or someone who is not there', async () => {
    const [ida] = await people(1);
    expect(await as(ida, 'PUT', `/users/${ida.handle}/follow`)).status(422, 'for following yourself');
    expect(await as(ida, 'PUT', '/users/nobody_at_all/follow')).status(404, 'for an unknown handle');
  });

  it('GET /users/{handle}/posts has the posts of one person', async () => {
    const [ida, mo] = await people(2);
    const own = await newPost(ida);
    await newPost(mo);
    const ids = await idsOf(mo, `/users/${ida.handle}/posts`);
    expect(await as(mo, 'GET', `/users/${ida.handle}/posts`)).that(ids.join() === own.id, 'the one post of that person');
  });
});

describe('Stage 2: Likes and comments', () => {
  const likesOf = async (person, id, wanted) => {
    const isRight = ({ json }) => json?.likes === wanted;
    return expect(await until(isRight, () => as(person, 'GET', `/posts/${id}`)));
  };

  it('liking twice is one like', async () => {
    const [ida, mo] = await people(2);
    const { id } = await newPost(ida);
    for (const time of ['the first time', 'again'])
      expect(await as(mo, 'PUT', `/posts/${id}/like`)).status(204, `for a like, ${time}`);
    (await likesOf(mo, id, 1)).field('likes', 1, 'after two likes of one person').field('likedByMe', true);
    (await likesOf(ida, id, 1)).field('likedByMe', false, 'for someone else');
  });

  it('a like that is taken back twice leaves none', async () => {
    const [ida, mo] = await people(2);
    const { id } = await newPost(ida);
    await as(mo, 'PUT', `/posts/${id}/like`);
    for (const time of ['the first time', 'again'])
      expect(await as(mo, 'DELETE', `/posts/${id}/like`)).status(204, `for taking a like back, ${time}`);
    (await likesOf(mo, id, 0)).field('likes', 0, 'and never below').field('likedByMe', false);
  });

  it('after 200 likes and unlikes at once the count equals the list', async () => {
    const [ida, ...others] = await people(11);
    const { id } = await newPost(ida);
    const storm = Array.from({ length: 200 }, (_, index) =>
      as(others[index % 10], index % 3 === 0 ? 'DELETE' : 'PUT', `/posts/${id}/like`),
    );
    for (const response of await Promise.all(storm)) expect(response).status(204, 'for each of 200 requests at the same moment');
    const { length } = await itemsOf(ida, `/posts/${id}/likes`);
    (await likesOf(ida, id, length)).field('likes', length, `like the ${length} people in /posts/${id}/likes`);
  });

  it('a comment is in the list of its post', async () => {
    const [ida, mo] = await people(2);
    const post = await newPost(ida);
    const { id } = await newComment(mo, post, { text: 'Lucky you' });
    const response = await as(ida, 'GET', `/posts/${post.id}/comments`);
    expect(response).status(200, 'for the comments').field('items.0.id', id).field('items.0.text', 'Lucky you');
    const counted = await until(({ json }) => json?.comments === 1, () => as(ida, 'GET', `/posts/${post.id}`));
    expect(counted).field('comments', 1, 'after one comment');
  });

  it('comments come with the oldest first, on as many pages as they need', async () => {
    const [ida] = await people(1);
    const post = await newPost(ida);
    const written = [];
    for (let count = 0; count < 25; count += 1) written.push((await newComment(ida, post)).id);
    const { items, response } = await allPages(ida, `/posts/${post.id}/comments`);
    const seen = items.map(({ id }) => id);
    expect(response).that(seen.join() === written.join(), `the 25 comments ${written.join()} on all pages (they had ${seen.length}: ${seen.slice(0, 30).join()})`);
  });

  it('25 people who like a post are on as many pages as they need', async () => {
    const [ida, ...others] = await people(26);
    const { id } = await newPost(ida);
    for (const other of others) expect(await as(other, 'PUT', `/posts/${id}/like`)).status(204, 'for a like');
    const { items, response } = await allPages(ida, `/posts/${id}/likes`);
    const [seen, wanted] = [items, others].map((all) => all.map(({ handle }) => handle).sort().join());
    expect(response).that(seen === wanted, `each of the 25 people once on all pages (they had ${items.length})`);
  });

  it('a blank comment returns 422, and a missing post 404', async () => {
    const [ida] = await people(1);
    const { id } = await newPost(ida);
    expect(await as(ida, 'POST', `/posts/${id}/comments`, { text: '  ' })).status(422, 'for a comment of blanks');
    expect(await as(ida, 'POST', '/posts/999999999/comments', { text: 'x' })).status(404, 'for a comment on a missing post');
    expect(await as(ida, 'PUT', '/posts/999999999/like')).status(404, 'for a like of a missing post');
  });

  it('an answer stands below its comment', async () => {
    const [ida] = await people(1);
    const post = await newPost(ida);
    const first = await newComment(ida, post);
    const answer = await newComment(ida, post, { parentId: first.id });
    expect(await as(ida, 'GET', `/posts/${post.id}/comments`)).status(200, 'for the comments').field('items.0.answers.0.id', answer.id);
  });

  it('an answer to an answer, or across posts, returns 422', async () => {
    const [ida] = await people(1);
    const [post, other] = [await newPost(ida), await newPost(ida)];
    const first = await newComment(ida, post);
    const answer = await newComment(ida, post, { parentId: first.id });
    const send = (to, parentId) => as(ida, 'POST', `/posts/${to.id}/comments`, { text: 'x', parentId });
    expect(await send(post, answer.id)).status(422, 'for an answer to an answer');
    expect(await send(other, first.id)).status(422, 'for an answer to a comment of another post');
  });

  it('a deleted comment with answers leaves an empty place, one without disappears', async () => {
    const [ida] = await people(1);
    const post = await newPost(ida);
    const [first, second] = [await newComment(ida, post), await newComment(ida, post)];
    await newComment(ida, post, { parentId: first.id });
    for (const { id } of [first, second]) expect(await as(ida, 'DELETE', `/comments/${id}`)).status(204, 'for a comment of your own');
    const response = await as(ida, 'GET', `/posts/${post.id}/comments`);
    expect(response)
      .status(200, 'for the comments')
      .that(response.json?.items?.length === 1, 'one comment: the one with an answer')
      .field('items.0.text', null, 'for a deleted comment that has an answer')
      .field('items.0.author', null, 'for a deleted comment that has an answer');
  });

  it('the author of a post may delete comments on it, others may not', async () => {
    const [ida, mo, larry] = await people(3);
    const post = await newPost(ida);
    const { id } = await newComment(mo, post);
    expect(await as(larry, 'DELETE', `/comments/${id}`)).status(403, "for someone else's comment");
    expect(await as(ida, 'DELETE', `/comments/${id}`)).status(204, 'for a comment on your own post');
    const counted = await until(({ json }) => json?.comments === 0, () => as(ida, 'GET', `/posts/${post.id}`));
    expect(counted).field('comments', 0, 'after the only comment was deleted');
  });
});

describe('Stage 3: The feed', () => {
  it('it has your own posts and those of people you follow, the newest first', async () => {
    const [ida, mo, larry] = await people(3);
    await follow(ida, mo);
    const posts = [await newPost(mo), await newPost(larry), await newPost(ida), await newPost(mo)];
    const wanted = [posts[3], posts[2], posts[0]].map(({ id }) => id).join();
    const response = await as(ida, 'GET', '/feed');
    const ids = response.json?.items?.map?.(({ id }) => id).join();
    expect(response).status(200, 'for the feed').that(ids === wanted, `the posts ${wanted} (it has ${ids})`);
  });

  it('an unfollow shows in the next request', async () => {
    const [ida, mo] = await people(2);
    await follow(ida, mo);
    const { id } = await newPost(mo);
    const before = await as(ida, 'GET', '/feed');
    expect(before).field('items.0.id', id, 'right after the follow');
    expect(await as(ida, 'DELETE', `/users/${mo.handle}/follow`)).status(204, 'for an unfollow');
    expect(await as(ida, 'GET', '/feed')).field('items', [], 'right after the unfollow');
  });

  it('a like of yours shows in the feed', async () => {
    const [ida] = await people(1);
    const { id } = await newPost(ida);
    await as(ida, 'PUT', `/posts/${id}/like`);
    expect(await as(ida, 'GET', '/feed')).field('items.0.likedByMe', true);
  });

  it('following cursors while others post repeats none and skips none', async () => {
    const [ida, mo] = await people(2);
    await follow(ida, mo);
    const start = [];
    for (let count = 0; count < 5; count += 1) start.unshift((await newPost(mo)).id);
    const seen = [];
    let path = '/feed?limit=2';
    let response;
    for (let pages = 0; path && pages < 10; pages += 1) {
      response = await as(ida, 'GET', path);
      expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items"');
      seen.push(...response.json.items.map(({ id }) => id));
      if (pages < 3) await newPost(mo, 'Later');
      path = response.json.nextCursor && `/feed?limit=2&cursor=${encodeURIComponent(response.json.nextCursor)}`;
    }
    expect(response).that(seen.join() === start.join(), `the posts ${start.join()} on pages of 2 (they had ${seen.join()})`);
  });

  it("one person's 25 posts are on as many pages as they need, the newest first", async () => {
    const [ida] = await people(1);
    const written = [];
    for (let count = 0; count < 25; count += 1) written.unshift((await newPost(ida)).id);
    const { items, response } = await allPages(ida, `/users/${ida.handle}/posts`);
    const seen = items.map(({ id }) => id);
    expect(response).that(seen.join() === written.join(), `the 25 posts ${written.join()} on all pages (they had ${seen.length}: ${seen.slice(0, 30).join()})`);
  });

  it('a deleted post is on no route', async () => {
    const [ida, mo] = await people(2);
    await follow(mo, ida);
    const [kept, gone] = [await newPost(ida), await newPost(ida)];
    const comment = await newComment(mo, gone);
    expect(await as(ida, 'DELETE', `/posts/${gone.id}`)).status(204, 'for a post of your own');
    for (const path of ['/feed', `/users/${ida.handle}/posts`]) {
      const response = await as(mo, 'GET', path);
      const ids = response.json?.items?.map?.(({ id }) => id).join();
      expect(response).status(200, 'for a list').that(ids === kept.id, `only the post ${kept.id}, after ${gone.id} was deleted`);
    }
    expect(await as(mo, 'GET', `/posts/${gone.id}/likes`)).status(404, 'for the likes of a deleted post');
    expect(await as(mo, 'PUT', `/posts/${gone.id}/like`)).status(404, 'for a like of a deleted post');
    expect(await as(mo, 'DELETE', `/comments/${comment.id}`)).status(404, 'for a comment of a deleted post');
  });

  it('a cursor that is none returns 400', async () => {
    const [ida] = await people(1);
    const { id } = await newPost(ida);
    for (const path of ['/feed', `/users/${ida.handle}/posts`, `/posts/${id}/likes`, `/posts/${id}/comments`])
      expect(await as(ida, 'GET', `${path}?cursor=%21`)).status(400, 'for the cursor "!"');
  });
});

describe('Stage 4: Blocks', () => {
  it('after a block neither side sees the other, as if no one were there', async () => {
    const [ida, larry] = await people(2);
    const [mine, his] = [await newPost(ida), await newPost(larry)];
    expect(await as(larry, 'PUT', `/users/${ida.handle}/block`)).status(204, 'for a block');
    const missingUser = await as(ida, 'GET', '/users/nobody_at_all');
    const missingPost = await as(ida, 'GET', '/posts/999999999');
    for (const [one, other, post] of [[ida, larry, his], [larry, ida, mine]]) {
      const profile = await as(one, 'GET', `/users/${other.handle}`);
      expect(profile).status(404, 'after a block, on both sides').that(profile.text === missingUser.text, `the body of a missing user: ${missingUser.text}`);
      const seen = await as(one, 'GET', `/posts/${post.id}`);
      expect(seen).status(404, 'after a block, on both sides').that(seen.text === missingPost.text, `the body of a missing post: ${missingPost.text}`);
      for (const method of ['PUT', 'DELETE']) expect(await as(one, method, `/posts/${post.id}/like`)).status(404, 'for a like, after a block');
      expect(await as(one, 'PATCH', `/posts/${post.id}`, { text: 'x' })).status(404, 'for a post that is hidden, where others get 403');
      expect(await as(one, 'DELETE', `/posts/${post.id}`)).status(404, 'for a post that is hidden, where others get 403');
      expect(await as(one, 'POST', `/posts/${post.id}/comments`, { text: 'x' })).status(404, 'for a comment, after a block');
      for (const path of [`/users/${other.handle}/posts`, `/posts/${post.id}/comments`, `/posts/${post.id}/likes`])
        expect(await as(one, 'GET', path)).status(404, 'for posts, comments and likes, after a block');
      for (const method of ['PUT', 'DELETE']) expect(await as(one, method, `/users/${other.handle}/follow`)).status(404, 'for a follow, after a block');
    }
    for (const method of ['PUT', 'DELETE'])
      expect(await as(ida, method, `/users/${larry.handle}/block`)).status(404, "for the block of someone who blocked you, because a missing user's is a 404, too");
    expect(await as(ida, 'GET', `/users/${larry.handle}`)).status(404, 'after the blocked person tried to take back the block');
    expect(await as(larry, 'PUT', `/users/${ida.handle}/block`)).status(204, 'for the same block again');
  });

  it('a block ends both follows and empties the feed', async () => {
    const [ida, larry] = await people(2);
    await follow(ida, larry);
    await follow(larry, ida);
    await newPost(larry);
    await as(larry, 'PUT', `/users/${ida.handle}/block`);
    expect(await as(ida, 'GET', '/feed')).field('items', [], 'after the block');
    expect(await as(larry, 'DELETE', `/users/${ida.handle}/block`)).status(204, 'for taking back your own block');
    expect(await as(ida, 'GET', '/feed')).field('items', [], 'after the block was taken back, because the follow is gone');
    const profile = await until(({ json }) => json?.followers === 0, () => as(ida, 'GET', `/users/${larry.handle}`));
    expect(profile).status(200, 'after the block was taken back').field('followedByMe', false).field('followers', 0);
  });

  it('a follow and a block at the same moment leave no follow', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [ida, larry] = await people(2);
      const [, block] = await Promise.all([
        as(ida, 'PUT', `/users/${larry.handle}/follow`),
        as(larry, 'PUT', `/users/${ida.handle}/block`),
      ]);
      expect(block).status(204, 'for a block');
      await as(larry, 'DELETE', `/users/${ida.handle}/block`);
      expect(await as(ida, 'GET', `/users/${larry.handle}`)).field('followedByMe', false, 'after a block at the same moment as the follow');
    }
  });

  it("comments and likes are hidden too, on someone else's post", async () => {
    const [ida, larry, mo] = await people(3);
    const post = await newPost(mo);
    await newComment(larry, post);
    await as(larry, 'PUT', `/posts/${post.id}/like`);
    await as(ida, 'PUT', `/users/${larry.handle}/block`);
    expect(await as(ida, 'GET', `/posts/${post.id}/comments`)).status(200, 'for the comments').field('items', [], 'without those of a blocked person');
    expect(await as(ida, 'GET', `/posts/${post.id}/likes`)).status(200, 'for the likes').field('items', [], 'without those of a blocked person');
  });

  it('answers to visible comments are hidden, and hidden comments look like missing ones', async () => {
    const [ida, larry, mo] = await people(3);
    const [post, his] = [await newPost(mo), await newPost(larry)];
    const first = await newComment(mo, post);
    await newComment(larry, post, { parentId: first.id });
    const hidden = await newComment(larry, post);
    const below = await newComment(mo, his);
    await as(larry, 'PUT', `/users/${ida.handle}/block`);
    expect(await as(ida, 'GET', `/posts/${post.id}/comments`)).status(200, 'for the comments').field('items.0.answers', [], 'without the answer of someone who blocked you');
    const answer = (parentId) => as(ida, 'POST', `/posts/${post.id}/comments`, { text: 'x', parentId });
    const missing = await answer('999999999');
    expect(missing).status(422, 'for an answer to a missing comment');
    expect(await answer(hidden.id)).status(422, 'for an answer to a hidden comment, as for a missing one');
    expect(await as(ida, 'DELETE', `/comments/${hidden.id}`)).status(404, 'for a hidden comment');
    expect(await as(ida, 'DELETE', `/comments/${below.id}`)).status(404, 'for a comment on a hidden post');
  });

  it('no one blocks themselves', async () => {
    const [ida] = await people(1);
    expect(await as(ida, 'PUT', `/users/${ida.handle}/block`)).status(422, 'for blocking yourself');
  });
});

describe('Stage 5: Limits and leaving', () => {
  it('the 31st post in ten minutes returns 429, and reading goes on', async () => {
    const [ida] = await people(1);
    for (let count = 0; count < 30; count += 1) await newPost(ida);
    expect(await as(ida, 'POST', '/posts', { text: 'One more' }))
      .status(429, 'for the 31st post within ten minutes')
      .header('Retry-After', /\S/, 'to say when to try again');
    const [{ id }] = await itemsOf(ida, `/users/${ida.handle}/posts`);
    expect(await as(ida, 'POST', `/posts/${id}/comments`, { text: 'One more' })).status(429, 'for a comment after 30 posts');
    expect(await as(ida, 'GET', '/feed')).status(200, 'for reading, while posting is limited');
  });

  it('the 301st like in ten minutes returns 429', async () => {
    const [ida, ...authors] = await people(12);
    const writeAll = async (author) => {
      const posts = [];
      for (let count = 0; count < 28; count += 1) posts.push(await newPost(author));
      return posts;
    };
    const posts = (await Promise.all(authors.map(writeAll))).flat();
    for (const { id } of posts.slice(0, 300)) expect(await as(ida, 'PUT', `/posts/${id}/like`)).status(204, 'for one of the first 300 likes');
    expect(await as(ida, 'PUT', `/posts/${posts[300].id}/like`)).status(429, 'for the 301st like within ten minutes').header('Retry-After', /\S/, 'to say when to try again');
  });

  it('a deleted account has no access, and its posts are gone', async () => {
    const [ida, mo] = await people(2);
    const { id } = await newPost(ida);
    const post = await newPost(mo);
    await newComment(ida, post);
    await as(ida, 'PUT', `/posts/${post.id}/like`);
    await follow(mo, ida);
    expect(await as(ida, 'DELETE', '/me')).status(202, 'for deleting your account');
    expect(await as(ida, 'GET', '/feed')).status(401, 'for a deleted account');
    expect(await as(mo, 'GET', `/users/${ida.handle}`)).status(404, 'for a deleted account');
    expect(await as(mo, 'GET', `/posts/${id}`)).status(404, 'for a post of a deleted account');
    for (const list of ['comments', 'likes']) expect(await as(mo, 'GET', `/posts/${post.id}/${list}`)).status(200, 'for a list').field('items', [], 'without those of a deleted account');
    const feed = await as(mo, 'GET', '/feed');
    expect(feed).that(feed.json?.items?.map?.((item) => item.id).join() === post.id, `only the post ${post.id}, without those of a deleted account`);
    const counted = await until(({ json }) => json?.likes === 0, () => as(mo, 'GET', `/posts/${post.id}`));
    expect(counted).field('likes', 0, 'without that of a deleted account');
  });
});
