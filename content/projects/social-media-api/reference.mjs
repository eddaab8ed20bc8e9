// A solution of the Social Media API without packages. It keeps everything in memory, where the project asks for a database.
import { check, Problem, serve } from '../serve.mjs';

const people = new Map();
const deleted = new Set();
const posts = new Map();
const comments = new Map();
let lastId = 0;
const notFound = () => new Problem(404, 'not-found', 'There is nothing here');

/** Whoever asks. A token for development creates its account with the first request. */
function viewerOf({ bearer }) {
  const [, handle] = /^test-([a-z0-9_]{3,20})$/.exec(bearer ?? '') ?? [];
  if (!handle || deleted.has(handle)) throw new Problem(401, 'token', 'A valid token is needed', { headers: { 'www-authenticate': 'Bearer' } });
  if (!people.has(handle)) people.set(handle, { id: ++lastId, handle, name: handle, follows: new Set(), blocks: new Set(), written: [], liked: [] });
  return people.get(handle);
}

/** The rule that every route starts from. */
const isHidden = (viewer, other) => viewer.blocks.has(other) || other.blocks.has(viewer);

function person({ params }, viewer) {
  const other = people.get(params.handle);
  if (!other || isHidden(viewer, other)) throw notFound();
  return other;
}

function visiblePost(id, viewer) {
  const post = posts.get(id);
  if (!post || isHidden(viewer, post.author)) throw notFound();
  return post;
}

const nameOf = ({ handle, name }) => ({ handle, name });
const shown = ({ id, author, text, createdAt, edited, likes }, viewer) => ({
  id,
  author: nameOf(author),
  text,
  createdAt,
  edited,
  likes: likes.size,
  comments: [...comments.values()].filter((comment) => comment.post.id === id && comment.text !== null).length,
  likedByMe: likes.has(viewer),
});

/** Counts what someone wrote or liked in the last ten minutes. */
function limit(viewer, kind, most) {
  const since = Date.now() - 600_000;
  viewer[kind] = viewer[kind].filter((at) => at > since);
  if (viewer[kind].length >= most) throw new Problem(429, 'too-many', 'Too many in ten minutes', { headers: { 'retry-after': '600' } });
  viewer[kind].push(Date.now());
}

async function textOf(context) {
  const body = await context.json();
  const { text } = body;
  check(['text', typeof text === 'string' && text.trim() !== '' && [...text].length <= 1000, 'must have 1 to 1,000 characters']);
  return body;
}

function sizeAndCursor(query, first) {
  const size = Number(query.get('limit') ?? 20);
  const cursor = Number(query.get('cursor') ?? first);
  if (!(size >= 1 && size <= 100) || Number.isNaN(cursor)) throw new Problem(400, 'query', 'A parameter is not valid');
  return { size, cursor };
}

/** A page of a list that only grows at its end. */
function pageFromStart(items, { query }, show) {
  const { size, cursor } = sizeAndCursor(query, 0);
  const after = items.filter(({ id }) => Number(id) > cursor);
  const own = after.slice(0, size);
  return { body: { items: own.map(show), nextCursor: after.length > size ? own.at(-1).id : null } };
}

function page(items, { query }) {
  const { size, cursor } = sizeAndCursor(query, Number.MAX_SAFE_INTEGER);
  const after = items.filter(({ id }) => Number(id) < cursor).sort((a, b) => b.id - a.id);
  const own = after.slice(0, size);
  return { items: own, nextCursor: after.length > size ? own.at(-1).id : null };
}

function postPage(context, viewer, fits) {
  const { items, nextCursor } = page([...posts.values()].filter((post) => fits(post.author)), context);
  return { body: { items: items.map((post) => shown(post, viewer)), nextCursor } };
}

function ownPost(context) {
  const viewer = viewerOf(context);
  const post = visiblePost(context.params.id, viewer);
  if (post.author !== viewer) throw new Problem(403, 'not-yours', 'Only the author may do that');
  return { viewer, post };
}

function removePost({ id }) {
  posts.delete(id);
  for (const [key, comment] of comments) if (comment.post.id === id) comments.delete(key);
}

async function addComment(context) {
  const viewer = viewerOf(context);
  const post = visiblePost(context.params.id, viewer);
  const { text, parentId } = await textOf(context);
  const parent = comments.get(parentId);
  const isVisible = !parent?.author || !isHidden(viewer, parent.author);
  check(['parentId', parentId === undefined || (parent?.post === post && !parent.parent && isVisible), 'must be a comment of this post, not an answer']);
  limit(viewer, 'written', 30);
  const comment = { id: String(++lastId), post, author: viewer, text, parent };
  comments.set(comment.id, comment);
  return { status: 201, body: shownComment(comment, viewer) };
}

const answersTo = (comment) => [...comments.values()].filter(({ parent }) => parent === comment);
const shownComment = (comment, viewer) => ({
  id: comment.id,
  author: comment.author && nameOf(comment.author),
  text: comment.text,
  answers: answersTo(comment)
    .filter(({ author }) => !isHidden(viewer, author))
    .map((answer) => shownComment(answer, viewer)),
});

function removeComment(context) {
  const viewer = viewerOf(context);
  const comment = comments.get(context.params.id);
  if (!comment?.author || isHidden(viewer, comment.author) || isHidden(viewer, comment.post.author)) throw notFound();
  if (comment.author !== viewer && comment.post.author !== viewer) throw new Problem(403, 'not-yours', 'Only its author may do that');
  clear(comment);
  return { status: 204 };
}

function clear(comment) {
  if (answersTo(comment).length > 0) Object.assign(comment, { text: null, author: null });
  else comments.delete(comment.id);
}

/** PUT and DELETE of something between the viewer and a person; an open one also for someone whom the viewer blocks. */
function relation(change, { isOpen = false } = {}) {
  return (context) => {
    const viewer = viewerOf(context);
    const blocked = [...viewer.blocks].find(({ handle }) => isOpen && handle === context.params.handle);
    const other = blocked ?? person(context, viewer);
    check(['handle', other !== viewer, 'must be someone else']);
    change(viewer, other);
    return { status: 204 };
  };
}

function like(change) {
  return (context) => {
    const viewer = viewerOf(context);
    const { likes } = visiblePost(context.params.id, viewer);
    if (context.request.method === 'PUT' && !likes.has(viewer)) limit(viewer, 'liked', 300);
    change(likes, viewer);
    return { status: 204 };
  };
}

serve({
  'GET /users/{handle}': (context) => {
    const viewer = viewerOf(context);
    const other = person(context, viewer);
    const followers = [...people.values()].filter(({ follows }) => follows.has(other)).length;
    return { body: { ...nameOf(other), followers, followedByMe: viewer.follows.has(other) } };
  },
  'PUT /users/{handle}/follow': relation((viewer, other) => viewer.follows.add(other)),
  'DELETE /users/{handle}/follow': relation((viewer, other) => viewer.follows.delete(other)),
  'PUT /users/{handle}/block': relation((viewer, other) => {
    viewer.blocks.add(other);
    viewer.follows.delete(other);
    other.follows.delete(viewer);
  }, { isOpen: true }),
  'DELETE /users/{handle}/block': relation((viewer, other) => viewer.blocks.delete(other), { isOpen: true }),
  'GET /users/{handle}/posts': (context) => {
    const viewer = viewerOf(context);
    const other = person(context, viewer);
    return postPage(context, viewer, (author) => author === other);
  },
  'GET /feed': (context) => {
    const viewer = viewerOf(context);
    return postPage(context, viewer, (author) => author === viewer || (viewer.follows.has(author) && !isHidden(viewer, author)));
  },
  'POST /posts': async (context) => {
    const viewer = viewerOf(context);
    const { text } = await textOf(context);
    limit(viewer, 'written', 30);
    const post = { id: String(++lastId), author: viewer, text, createdAt: new Date().toISOString(), edited: false, likes: new Set() };
    posts.set(post.id, post);
    return { status: 201, headers: { location: `/posts/${post.id}` }, body: shown(post, viewer) };
  },
  'GET /posts/{id}': (context) => {
    const viewer = viewerOf(context);
    return { body: shown(visiblePost(context.params.id, viewer), viewer) };
  },
  'PATCH /posts/{id}': async (context) => {
    const { viewer, post } = ownPost(context);
    const { text } = await textOf(context);
    if (Date.now() - Date.parse(post.createdAt) > 900_000) throw new Problem(409, 'too-late', 'A post may be edited for 15 minutes');
    Object.assign(post, { text, edited: true });
    return { body: shown(post, viewer) };
  },
  'DELETE /posts/{id}': (context) => {
    removePost(ownPost(context).post);
    return { status: 204 };
  },
  'PUT /posts/{id}/like': like((likes, viewer) => likes.add(viewer)),
  'DELETE /posts/{id}/like': like((likes, viewer) => likes.delete(viewer)),
  'GET /posts/{id}/likes': (context) => {
    const viewer = viewerOf(context);
    const { likes } = visiblePost(context.params.id, viewer);
    const visible = [...likes].filter((other) => !isHidden(viewer, other));
    return pageFromStart(visible.sort((a, b) => a.id - b.id), context, nameOf);
  },
  'GET /posts/{id}/comments': (context) => {
    const viewer = viewerOf(context);
    const post = visiblePost(context.params.id, viewer);
    const own = [...comments.values()].filter((comment) => comment.post === post && !comment.parent);
    const visible = own.filter(({ author }) => !author || !isHidden(viewer, author));
    return pageFromStart(visible, context, (comment) => shownComment(comment, viewer));
  },
  'POST /posts/{id}/comments': addComment,
  'DELETE /comments/{id}': removeComment,
  'DELETE /me': (context) => {
    const viewer = viewerOf(context);
    deleted.add(viewer.handle);
    people.delete(viewer.handle);
    for (const post of posts.values()) {
      post.likes.delete(viewer);
      if (post.author === viewer) removePost(post);
    }
    for (const comment of [...comments.values()].reverse()) if (comment.author === viewer) clear(comment);
    for (const other of people.values()) {
      other.follows.delete(viewer);
      other.blocks.delete(viewer);
    }
    return { status: 202 };
  },
});
