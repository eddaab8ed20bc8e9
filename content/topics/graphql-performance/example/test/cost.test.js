import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { costLimit, listsWithoutSize } from '../src/cost.js';
import { Documents } from '../src/documents.js';
import { counts, schema } from '../src/schema.js';
import { openServer, trustedServer } from '../src/server.js';

beforeEach(() => (counts.resolved = 0));

async function post(server, query, variables) {
  const response = await server.fetch('http://x/graphql', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...(await response.json()) };
}
const codeOf = ({ errors }) =>
  errors ? (errors[0].extensions?.code ?? 'refused') : 'executed';

// #region attacks
const nested = (levels) =>
  `{ sightings(first: 100) ${'{ nearby(first: 100) '.repeat(levels)} { bird } ${'}'.repeat(levels)} }`;
const aliases = Array.from(
  { length: 200 },
  (_, n) => `a${n}: sightings { bird }`,
);
const byVariable =
  'query ($n: Int!) { sightings(first: $n) { nearby { bird } } }';
const byFragment = `{ ...A } fragment A on Query { ...B }
  fragment B on Query { sightings(first: 100) { nearby(first: 100) { bird } } }`;

const attacks = {
  'nested lists': [nested(2)],
  aliases: [`{ ${aliases.join(' ')} }`],
  'a variable': [byVariable, { n: 100 }],
  'a default value': [byVariable.replace('Int!', 'Int! = 100')],
  fragments: [byFragment],
  'an inline fragment': [`{ ... on Query ${nested(2)} }`],
  introspection: [
    '{ __schema { types { name } } __type(name: "Query") { name } }',
  ],
  'a negative list': [
    `{ a: sightings(first: -2000000000) { nearby { bird } } b: ${nested(2).slice(1)}`,
  ],
  'a directive': [nested(2).replace('{ nearby', '@include(if: true) { nearby')],
};
for (const [name, [query, variables]] of Object.entries(attacks)) {
  test(`an operation made expensive by ${name} is refused`, async () => {
    const result = await post(openServer(), query, variables);
    assert.equal(codeOf(result), 'COST_LIMIT', JSON.stringify(result));
    assert.equal(counts.resolved, 0); // before any resolver
  });
}
// #endregion attacks

test('a subscription has the same limit', async () => {
  const small = makeExecutableSchema({
    typeDefs: `
      type Query { ok: Boolean }
      type Subscription { seen: Sighting! }
      type Sighting { bird: String, nearby(first: Int! = 10): [Sighting!]! }
    `,
    resolvers: {
      Subscription: { seen: { async *subscribe() {} } },
    },
  });
  const plugins = [costLimit(1_000)];
  const server = createYoga({ schema: small, logging: false, plugins });
  const response = await server.fetch('http://x/graphql', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
    },
    body: JSON.stringify({
      query: `subscription { seen ${nested(2).replace('sightings', 'nearby')} }`,
    }),
  });
  assert.match(await response.text(), /COST_LIMIT/);
});

test('an alias of a cheap field is cheap, and what is skipped is free', async () => {
  const skipped = nested(2).replace('{ nearby', '{ bird nearby');
  const query = skipped.replace('nearby(first: 100)', '$& @skip(if: true)');
  for (const cheap of [
    '{ a: sightings { bird } b: sightings { bird } }',
    query,
  ]) {
    assert.equal(codeOf(await post(openServer(), cheap)), 'executed');
  }
});

test('a limit is a limit', async () => {
  // 1 + n * (1 + 5 + 10 * (1 + 1)) for n sightings
  const result = await post(openServer(), byVariable, { n: 38 });
  assert.equal(codeOf(result), 'executed');
  const above = await post(openServer(), byVariable, { n: 39 });
  assert.match(above.errors[0].message, /costs 1015\. The limit is 1000/);
  assert.equal(above.status, 422);
});

test('fragments that double thirty times are refused in time', async () => {
  let query = '{ ...F0 } fragment F30 on Query { sightings { bird } }';
  for (let n = 0; n < 30; n++) {
    query += ` fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`;
  }
  const begun = Date.now();
  const result = await post(openServer(), query);
  assert.equal(codeOf(result), 'COST_LIMIT');
  assert.equal(result.status, 422);
  assert.equal(counts.resolved, 0);
  assert.ok(Date.now() - begun < 2_000, `${Date.now() - begun} ms`);
});

test('null and wrong types are refused before any resolver', async () => {
  for (const n of [null, 'many', 1e12]) {
    const result = await post(openServer(), byVariable, { n });
    assert.notEqual(codeOf(result), 'executed');
  }
  assert.equal(counts.resolved, 0);
});

// #region schema
test('each list has a size that the cost check can see', () => {
  assert.deepEqual(listsWithoutSize(schema), []);
  const forgotten = buildSchema(
    `type Query { all: [Bird!] } type Bird { name: String }`,
  );
  assert.deepEqual(listsWithoutSize(forgotten), ['Query.all']);
  const input = 'input Filter { tags: [String!] }';
  const filter = buildSchema(`${input} type Query { n(by: Filter): Int }`);
  assert.deepEqual(listsWithoutSize(filter), []);
});
// #endregion schema

function trusted() {
  const documents = new Documents(schema);
  const ids = {
    latest: documents.trust(
      'query Latest($n: Int!) { sightings(first: $n) { __typename bird } }',
    ),
    mine: documents.trust('{ sightings { bird } me { favorites { bird } } }'),
    hidden: documents.trust(
      '{ ...M } fragment M on Query { me { favorites { bird } } }',
    ),
  };
  return { documents, ids, server: trustedServer(documents) };
}
async function get(server, id, variables = {}) {
  const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  const response = await server.fetch(`http://x/graphql?${query}`);
  const body = await response.json();
  return { ...body, cache: response.headers.get('cache-control') };
}

// #region trusted
test('a trusted document is found by its hash, and a cache may keep it', async () => {
  const { server, ids } = trusted();
  const result = await get(server, ids.latest, { n: 2 });
  assert.equal(result.data.sightings.length, 2);
  assert.equal(result.cache, 'public, max-age=60');
});

test('a document with a personal field is not for shared caches', async () => {
  const { server, ids } = trusted();
  for (const id of [ids.mine, ids.hidden]) {
    const result = await get(server, id);
    assert.ok(result.data.me);
    assert.equal(result.cache, 'no-store');
  }
});

test('strangers cannot send documents, and errors are not cached', async () => {
  const { server, ids } = trusted();
  const unknown = await get(server, '0'.repeat(64));
  const tooMany = await get(server, ids.latest, { n: 600 });
  const failed = await get(server, ids.latest, { n: -1 }); // the resolver throws
  for (const { data, errors, cache } of [unknown, tooMany, failed]) {
    assert.equal(data ?? undefined, undefined);
    assert.ok(errors);
    assert.equal(cache, 'no-store');
  }
  assert.ok((await post(server, '{ sightings { bird } }')).errors);
  assert.equal(counts.resolved, 0);
});
// #endregion trusted

test('a cache keeps only JSON, and other sites read nothing', async () => {
  const { server, ids } = trusted();
  const urlOf = (id, variables) =>
    `http://x/graphql?${new URLSearchParams({
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({
        persistedQuery: { version: 1, sha256Hash: id },
      }),
    })}`;
  for (const Accept of ['text/event-stream', 'multipart/mixed', 'image/png']) {
    const headers = { Accept };
    const response = await server.fetch(urlOf(ids.latest, { n: 2 }), {
      headers,
    });
    assert.equal(response.headers.get('cache-control'), 'no-store', Accept);
    await response.text();
  }
  const headers = { Origin: 'https://evil.example', Cookie: 'session=1' };
  const response = await server.fetch(urlOf(ids.mine, {}), { headers });
  assert.equal(response.headers.get('access-control-allow-origin'), null);
  assert.match(response.headers.get('vary'), /Accept, Origin/);
});

test('introspection has a cost and is answered', async () => {
  const result = await post(openServer(), '{ __schema { types { name } } }');
  assert.equal(codeOf(result), 'executed');
});

test('a document that does not fit the schema cannot be trusted', () => {
  assert.throws(() => new Documents(schema).trust('{ birds }'), /birds/);
});
