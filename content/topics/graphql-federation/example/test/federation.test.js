import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import * as films from '../src/films.js';
import { compose, createRouter } from '../src/router.js';
import * as screenings from '../src/screenings.js';

const allFilms = [
  { id: 'f1', title: 'Solaris' },
  { id: 'f2', title: 'Stalker' },
  { id: 'f3', title: 'Mirror' },
];
const rows = [
  { filmId: 'f2', room: 'Blue' },
  { filmId: 'f2', room: 'Red' },
  { filmId: 'f9', room: 'Attic' }, // of a film that doesn't exist anymore
];

async function serve(t, handler, calls = []) {
  const server = createServer((req, res) => {
    const chunks = [];
    chunks.authorization = req.headers.authorization;
    calls.push(chunks);
    req.on('data', (chunk) => chunks.push(chunk));
    handler(req, res);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

async function start(t, { broken, timeout } = {}) {
  const calls = { films: [], screenings: [], statements: 0 };
  const db = {
    all: () => rows,
    async forFilms(ids) {
      calls.statements += 1;
      return rows.filter(({ filmId }) => ids.includes(filmId));
    },
  };
  const filmsYoga = createYoga({
    schema: films.filmsSchema(allFilms),
    logging: false,
  });
  const screeningsYoga = createYoga({
    schema: screenings.screeningsSchema(db),
    context: screenings.screeningsContext(db),
    logging: false,
  });
  const supergraph = compose([
    {
      name: 'FILMS',
      typeDefs: films.typeDefs,
      url: await serve(t, filmsYoga, calls.films),
    },
    {
      name: 'SCREENINGS',
      typeDefs: screenings.typeDefs,
      url: await serve(t, broken ?? screeningsYoga, calls.screenings),
    },
  ]);
  const logged = [];
  const log = (error) => logged.push(error.message);
  const logging = { debug() {}, info() {}, warn() {}, error: log };
  const router = createRouter(supergraph, { timeout, logging });
  async function ask(query, { variables, headers } = {}) {
    const response = await router.fetch('http://x/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }
  return { ask, calls, logged };
}

// #region calls
test('one call for each subgraph, and one statement for all films', async (t) => {
  const { ask, calls } = await start(t);
  const { data } = await ask('{ films { title screenings { room } } }');
  assert.deepEqual(data.films, [
    { title: 'Solaris', screenings: [] },
    { title: 'Stalker', screenings: [{ room: 'Blue' }, { room: 'Red' }] },
    { title: 'Mirror', screenings: [] },
  ]);
  assert.equal(calls.films.length, 1);
  assert.equal(calls.screenings.length, 1);
  assert.equal(calls.statements, 1);

  await ask('{ films { title } }');
  assert.equal(calls.screenings.length, 1); // not needed, not called
});
// #endregion calls

test('two root fields share the calls', async (t) => {
  const { ask, calls } = await start(t);
  await ask('{ tonight { room } other: tonight { film { title } } }');
  assert.deepEqual([calls.films.length, calls.screenings.length], [1, 1]);
});

// #region vanished
test('the other direction works, and a vanished film is null', async (t) => {
  const { ask, calls } = await start(t);
  const { data, errors } = await ask('{ tonight { room film { id title } } }');
  assert.deepEqual(data.tonight, [
    { room: 'Blue', film: { id: 'f2', title: 'Stalker' } },
    { room: 'Red', film: { id: 'f2', title: 'Stalker' } },
    { room: 'Attic', film: null },
  ]);
  assert.ok(errors.length > 0);
  assert.equal(calls.films.length, 1); // one call for all keys

  const onlyKeys = await ask('{ tonight { film { id } } }');
  assert.deepEqual(onlyKeys.data.tonight[2].film, { id: 'f9' }); // not checked
  assert.equal(calls.films.length, 1);
});

// #endregion vanished

// #region down
for (const [name, broken] of Object.entries({
  'is down': (req, res) => res.writeHead(503).end('no'),
  hangs: () => {},
  'sends headers and no body': (req, res) => res.writeHead(200).write('{'),
})) {
  test(`the films arrive although the other subgraph ${name}`, async (t) => {
    const { ask } = await start(t, { broken, timeout: 300 });
    const begun = Date.now();
    const { data, errors } = await ask(
      '{ films { title screenings { room } } }',
    );
    assert.deepEqual(data.films[0], { title: 'Solaris', screenings: null });
    assert.deepEqual(errors[0].path.slice(0, 1), ['films']);
    assert.ok(Date.now() - begun < 2_000);
  });
}
// #endregion down

test('what a subgraph says about its inside does not reach clients', async (t) => {
  const says = (code) => (req, res) => {
    const extensions = { code, http: { status: 400 } };
    const error = { message: 'secret 10.0.0.3', extensions };
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ data: null, errors: [error] }));
  };
  const query = '{ films { screenings { room } } }';
  const masked = await start(t, { broken: says('OOPS') });
  const { errors } = await masked.ask(query);
  assert.ok(errors.length > 0);
  assert.doesNotMatch(JSON.stringify(errors), /secret/);
  assert.match(masked.logged.join(), /secret/);
  const open = await start(t, { broken: says('FORBIDDEN') });
  assert.match(JSON.stringify(await open.ask(query)), /secret/);
});

test("a client's mistake is not an error of the server", async (t) => {
  const { ask } = await start(t);
  const variables = { on: 'yes' };
  const query = 'query ($on: Boolean!) { films @include(if: $on) { title } }';
  assert.match((await ask(query, { variables })).errors[0].message, /"yes"/);
  assert.match((await ask('{ films')).errors[0].message, /Syntax Error/);
});

test("each subgraph gets the client's token", async (t) => {
  const { ask, calls } = await start(t);
  const query = '{ films { screenings { room } } }';
  const headers = { Authorization: 'Bearer ida' };
  await Promise.all([ask(query, { headers }), ask(query)]);
  for (const seen of [calls.films, calls.screenings]) {
    const tokens = seen.map(({ authorization }) => authorization);
    assert.deepEqual(new Set(tokens), new Set(['Bearer ida', undefined]));
  }
});

// #region composition
test('subgraphs that contradict each other do not compose', () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
  const other = parse(`${link}
    type Film @key(fields: "id") { id: ID!  title: Int }
    type Query { ok: Boolean }`);
  const services = [
    { name: 'FILMS', typeDefs: films.typeDefs, url: 'http://a' },
    { name: 'OTHER', typeDefs: other, url: 'http://b' },
  ];
  assert.throws(() => compose(services), /"String!".*"Int"/);
});
// #endregion composition
