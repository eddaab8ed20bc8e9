// API Testing Suite, tested from outside. The tests are a service that keeps the contract, and one for each of its twelve faults.
// They run your suite against these; APP is the command for it, to which options such as --only=capacity are added.
//
//   APP="npm test --" node --test api-testing-suite.test.mjs
//
// Needs Node.js 22 or later on Linux or macOS, and no package.
// Not tested: the report of operations and statuses, the failure for a new route without its rows, the JUnit report, the order of
// the checks, fifty runs in a row, the imports of your suite, and what your own service with faults does.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createSilentServer } from 'node:net';
import { after, describe, it } from 'node:test';
import { expect } from '../kit.mjs';

const tokens = { CLERK_TOKEN: `clerk-${randomUUID()}`, ANN_TOKEN: `ann-${randomUUID()}`, BEN_TOKEN: `ben-${randomUUID()}` };
const names = new Map([[tokens.CLERK_TOKEN, 'clerk'], [tokens.ANN_TOKEN, 'ann'], [tokens.BEN_TOKEN, 'ben']]);
const servers = [];
after(() => {
  for (const server of servers) server.close();
});

/** Runs the suite; the exit code is the status of the answer. */
async function run(args, env) {
  const command = `${process.env.APP} ${args}`.trim();
  const child = spawn(command, { shell: true, detached: true, env: { ...process.env, ...tokens, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  const timer = setTimeout(() => {
    text += '\nStopped by the test after 60 seconds.';
    process.kill(-child.pid, 'SIGKILL');
  }, 60_000);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return { request: command, status, text };
}

/** A ferry service with one of the faults, or a deviation from the description, and a log of all requests. */
async function newService(fault = 0, bookings = []) {
  const crossings = new Map(bookings.length > 0 ? [['unrelated', { deckMeters: 100_000, departsAt: '2099-01-01T07:00:00Z' }]] : []);
  const log = [];
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const byKey = new Map();
  let last = bookings.length;
  let posts = 0;
  const problem = (status, title) => ({ status, body: { type: `/problems/${status}`, title, status } });
  const onDeck = new Map([['unrelated', bookings.reduce((sum, { length }) => sum + length, 0)]]);
  const taken = (id) => onDeck.get(id) ?? 0;
  const shown = ({ id, crossing, plate, length, createdAt }) => ({ id, crossing, plate, length: fault === 10 ? String(length) : length, ...(fault !== 'a booking without createdAt' && { createdAt }) });
  const shownCrossing = (id) => ({ id, ...crossings.get(id), freeMeters: crossings.get(id).deckMeters - taken(id) });

  function putCrossing(id, caller, { deckMeters, departsAt }) {
    if (caller !== 'clerk') return problem(403, 'Only clerks plan crossings');
    if (!Number.isInteger(deckMeters) || deckMeters < 1 || !/^\d{4}-\d\d-\d\dT/.test(departsAt) || Number.isNaN(Date.parse(departsAt))) return problem(422, 'The crossing is not valid');
    if (taken(id) > deckMeters) return problem(409, 'More is booked than that');
    const isNew = !crossings.has(id);
    crossings.set(id, { deckMeters, departsAt });
    return { status: isNew ? 201 : 200, body: shownCrossing(id) };
  }
  async function book(caller, key, { crossing, plate, length, ...others }) {
    if (caller === 'clerk') return problem(403, 'Only passengers book');
    if (fault === 9 && /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(plate)) return problem(500, 'Something went wrong');
    const isValid = typeof crossing === 'string' && /^[A-Za-z0-9-]{2,12}$/.test(plate) && typeof plate === 'string' && Number.isInteger(length) && length >= 2 && length <= 25;
    if (!isValid || Object.keys(others).length > 0) return problem(422, 'The booking is not valid');
    if (!key) return problem(400, 'Idempotency-Key is missing');
    const known = fault === 5 ? undefined : byKey.get(`${caller} ${key}`);
    const isSame = known && known.crossing === crossing && known.plate === plate && known.length === length;
    if (known) return isSame || fault === 6 ? { status: 200, body: shown(known) } : problem(422, 'The key belongs to another booking');
    if (!crossings.has(crossing)) return problem(404, 'There is no such crossing');
    const { deckMeters, departsAt } = crossings.get(crossing);
    if (Date.parse(departsAt) + (fault === 12 ? 60_000 : 0) <= Date.now()) return problem(409, 'The ferry has left');
    const isFull = taken(crossing) + length > deckMeters + (fault === 1 ? 1 : 0);
    if (fault === 2) await new Promise((resolve) => setTimeout(resolve, 60));
    if (isFull) return problem(409, 'The deck is full');
    const booking = { id: `b-${(last += 1)}`, crossing, plate, length, owner: caller, key, createdAt: new Date().toISOString(), number: last };
    bookings.unshift(booking);
    byId.set(booking.id, booking);
    byKey.set(`${caller} ${key}`, booking);
    onDeck.set(crossing, (onDeck.get(crossing) ?? 0) + length);
    return { status: fault === 'a status that nobody described' ? 202 : 201, body: shown(booking) };
  }
  function list(caller, query) {
    if (caller === 'clerk') return problem(403, 'Only passengers have bookings');
    const limit = Number(query.get('limit') ?? 20);
    const [, before, newest] = /^(\d+)-(\d+)$/.exec(query.get('cursor') ?? `${last + 1}-${last}`) ?? [];
    if (!before || !Number.isInteger(limit) || limit < 1 || limit > 100) return problem(400, 'The query is not valid');
    const own = bookings.filter((each) => (each.owner === caller || (fault === 3 && caller === 'ben' && each.owner === 'ann')) && !each.isGone && each.number < Number(before));
    const page = own.slice(fault === 8 && last > Number(newest) ? 1 : 0).slice(0, limit);
    const nextCursor = page.length < own.length && page.length > 0 ? `${page.at(-1).number}-${last}` : null;
    return { status: 200, body: { items: page.map(shown), ...(fault !== 'a list without nextCursor' && { nextCursor }) } };
  }
  function one(method, caller, id) {
    const found = byId.get(id);
    const isAllowed = found && !found.isGone && (caller === 'clerk' || found.owner === caller || (fault === (method === 'GET' ? 3 : 4) && caller === 'ben'));
    if (!isAllowed) return problem(404, 'There is no such booking');
    if (method === 'GET') return { status: 200, body: shown(found) };
    if (Date.parse(crossings.get(found.crossing)?.departsAt) <= Date.now()) return problem(409, 'The ferry has left');
    found.isGone = true;
    if (fault !== 7) onDeck.set(found.crossing, taken(found.crossing) - found.length);
    return { status: 204 };
  }
  /** An id as the service knows it; one that can't be decoded is unknown. */
  function decoded(id) {
    try {
      return id && decodeURIComponent(id);
    } catch {
      return id;
    }
  }
  async function respond({ method, url, headers }, text) {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const [, kind, id, rest] = /^\/(crossings|bookings)(?:\/([^/]+))?(\/.*)?$/.exec(pathname) ?? [];
    const allowed = kind === 'crossings' ? (id ? ['GET', 'PUT'] : []) : id ? ['GET', 'DELETE'] : ['GET', 'POST'];
    const known = decoded(id);
    if (!kind || rest || allowed.length === 0) return problem(404, 'There is nothing here');
    if (!allowed.includes(method)) return problem(405, 'This is not possible here');
    if (kind === 'crossings' && method === 'GET') return crossings.has(known) ? { status: 200, body: shownCrossing(known) } : problem(404, 'There is no such crossing');
    const caller = names.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]);
    if (!caller) return problem(401, 'The token is missing or wrong');
    if (method === 'GET') return id ? one(method, caller, known) : list(caller, searchParams);
    if (method === 'DELETE') return one(method, caller, known);
    if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return problem(415, 'The body must be application/json');
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      return problem(400, 'The body is not valid JSON');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return problem(422, 'The body is no object');
    return kind === 'crossings' ? putCrossing(known, caller, body) : await book(caller, headers['idempotency-key'], body);
  }
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const caller = names.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]) ?? 'no one';
    if (request.method === 'POST' && request.url === '/bookings') posts += 1;
    const isDown = fault === 'one 503' && request.method === 'POST' && posts === 300;
    if (isDown) posts += 1;
    const { status, body } = isDown ? problem(503, 'Try again') : await respond(request, text);
    const owner = byId.get(request.url.replace('/bookings/', ''))?.owner;
    log.push({ method: request.method, url: request.url, caller, owner, text, status });
    if (fault === 'no response to DELETE' && request.method === 'DELETE') return;
    const isHtml = (fault === 11 && status === 404 && request.url.startsWith('/bookings')) || (fault === 'a crossing as text/html' && status === 200 && request.url.startsWith('/crossings/'));
    response.writeHead(status, body ? { 'content-type': isHtml ? 'text/html' : status < 400 ? 'application/json' : 'application/problem+json' } : {});
    response.end(body && (isHtml && fault === 11 ? '<h1>Not found</h1>' : JSON.stringify(body)));
  });
  await new Promise((resolve) => server.listen(0, resolve));
  servers.push(server);
  return { url: `http://localhost:${server.address().port}`, log };
}

const against = async (service, args = '') => run(args, { API_URL: service.url });
/** Ends with the exit code; if it doesn't, the message ends with what the suite printed. */
function ends(response, code, why) {
  try {
    return expect(response).status(code, why);
  } catch (error) {
    throw new Error(`${error.message}\nThe end of its output:\n${response.text.trimEnd().split('\n').slice(-60).map((line) => `| ${line}`).join('\n')}`);
  }
}
const isGreen = (response, why = 'against a service that keeps the contract') => ends(response, 0, why);

const green = new Map();
/** The suite passes on the correct service and fails on another one. */
async function refuses(service, why, args = '') {
  if (!green.has(args)) green.set(args, await against(await newService(), args));
  isGreen(green.get(args));
  ends(await against(await newService(service), args), 1, why);
}
/** The checks of a rule pass on the correct service and fail on one with a fault, each time. */
async function finds(fault, rule, times = 1) {
  const args = `--only=${rule}`;
  if (!green.has(args)) green.set(args, await against(await newService(), args));
  isGreen(green.get(args), `for the checks with "${rule}" in their names, against a service that keeps the contract`);
  for (let count = 0; count < times; count += 1) ends(await against(await newService(fault), args), 1, `for the checks with "${rule}" in their names, against fault ${fault}`);
}

describe('Stage 1: One check, complete', () => {
  it('the suite passes on a service that keeps the contract, within a minute', async () => {
    const service = await newService();
    const response = await against(service);
    isGreen(response);
    expect(response).that(service.log.length > 0, 'requests to the service').that(/\bseed\b/i.test(response.text), 'the seed in the output');
  });

  it('a variable that is missing ends with 2 and is named', async () => {
    const { url } = await newService();
    for (const name of ['API_URL', ...Object.keys(tokens)]) {
      const response = await run('', { API_URL: url, [name]: undefined });
      ends(response, 2, `without ${name}`).that(response.text.includes(name), `the name ${name} in the output`);
    }
  });

  it('a service that does not answer ends with 2 and is named', async () => {
    const silent = createSilentServer(() => {});
    await new Promise((resolve) => silent.listen(0, resolve));
    servers.push(silent);
    for (const [address, why] of [['localhost:9', 'where no one listens'], [`localhost:${silent.address().port}`, 'that accepts connections and never responds']]) {
      const started = Date.now();
      const response = await run('', { API_URL: `http://${address}` });
      ends(response, 2, `for an address ${why}`)
        .that(response.text.includes(address), `the address ${address} in the output`)
        .that(Date.now() - started < 20_000, 'an end after ten seconds');
    }
  });

  it('checks are selected by a part of their name', async () => {
    const service = await newService();
    const selected = await against(service, '--only=capacity');
    const posts = service.log.filter(({ method }) => method === 'POST').length;
    isGreen(selected, 'for --only=capacity').that(posts > 0 && posts < 500, `the checks for capacity and no others (there were ${posts} POST requests)`);
    ends(await against(service, '--only=no-such-check'), 2, 'for a text that no name contains');
  });

  it('a failure shows a request for curl, and no token', async () => {
    const response = await against(await newService(3), '--only=secret');
    ends(response, 1, "for a service that shows Ann's bookings to Ben")
      .that(/\bcurl\b[\s\S]*\/bookings/.test(response.text) && response.text.includes('secret'), 'the name of the check and a curl command')
      .that(response.text.includes('createdAt'), 'the response, with the booking that Ben got')
      .that(!Object.values(tokens).some((token) => response.text.includes(token)), 'masked tokens');
  });

  it('a request that gets no response within 5 seconds fails its check', async () => {
    await refuses('no response to DELETE', 'for a service that never responds to DELETE', '--only=gone');
  });
});

describe('Stage 2: The five groups', () => {
  it('five runs at the same time pass on one service with 10,000 unrelated bookings', async () => {
    const unrelated = Array.from({ length: 10_000 }, (_, index) => ({ id: `b-${10_000 - index}`, crossing: 'unrelated', plate: 'IS-LE-7', length: 5, owner: ['ann', 'ben', 'eva'][index % 3], key: `k${index}`, createdAt: '2026-11-21T07:00:00Z', number: 10_000 - index }));
    const service = await newService(0, unrelated);
    for (const response of await Promise.all(Array.from({ length: 5 }, () => against(service)))) isGreen(response, 'while four other runs use the same service');
  });

  it('each route with an id is called by no one, the owner, another passenger and a clerk', async () => {
    const service = await newService();
    const response = await against(service);
    isGreen(response);
    for (const method of ['GET', 'DELETE']) {
      const all = service.log.filter((each) => each.method === method && each.owner);
      const isCalled = { 'no one': (each) => each.caller === 'no one', 'the owner': (each) => each.caller === each.owner, 'another passenger': (each) => ['ann', 'ben'].includes(each.caller) && each.caller !== each.owner, 'a clerk': (each) => each.caller === 'clerk' };
      for (const [who, isHe] of Object.entries(isCalled)) expect(response).that(all.some(isHe), `${method} /bookings/{id} by ${who}, for a booking that exists`);
    }
    const planners = new Set(service.log.filter(({ method, status }) => method === 'PUT' && [200, 201, 401, 403].includes(status)).map(({ caller }) => (['ann', 'ben'].includes(caller) ? 'a passenger' : caller)));
    for (const who of ['no one', 'a passenger', 'clerk']) expect(response).that(planners.has(who), `PUT /crossings/{id} by ${who}`);
  });

  it('with --safe nothing but GET is sent', async () => {
    const service = await newService();
    const response = await run('--safe', { API_URL: service.url, CLERK_TOKEN: undefined, BEN_TOKEN: undefined });
    isGreen(response, 'for reading checks, with API_URL and ANN_TOKEN only');
    const other = service.log.find(({ method }) => method !== 'GET');
    expect(response).that(service.log.length > 0 && !other, `requests with GET only${other ? ` (there was ${other.method} ${other.url})` : ''}`);
  });
});

describe('Stage 3: The description as a second judge', () => {
  it('a status that is not described fails the run', async () => {
    await refuses('a status that nobody described', 'for a service that answers 202 to a booking');
  });

  it('an answer that lacks a described field fails the run', async () => {
    await refuses('a booking without createdAt', 'for a service whose bookings have no createdAt');
    await refuses('a list without nextCursor', 'for a service whose lists have no nextCursor');
  });

  it('a media type that is not described fails the run', async () => {
    await refuses('a crossing as text/html', 'for a service that sends crossings as text/html');
  });
});

describe('Stage 4: The faults', () => {
  it('fault 1 is found: one meter more than the deck has', async () => {
    await finds(1, 'capacity');
  });

  it('fault 2 is found on each run: count and insert with a pause in between', async () => {
    await finds(2, 'capacity', 3);
  });

  it("fault 3 is found: Ben sees Ann's bookings", async () => {
    await finds(3, 'secret');
  });

  it("fault 4 is found: Ben deletes Ann's booking", async () => {
    await finds(4, 'secret');
  });

  it('fault 5 is found: a repeated key is stored twice', async () => {
    await finds(5, 'key');
  });

  it('fault 6 is found: a repeated key with another body is accepted', async () => {
    await finds(6, 'key');
  });

  it('fault 7 is found: a deleted booking keeps its meters', async () => {
    await finds(7, 'gone');
  });

  it('fault 8 is found on each run: a booking is lost between two pages', async () => {
    await finds(8, 'pages', 3);
  });

  it('fault 9 is found: 500 for a plate of one emoji', async () => {
    await finds(9, 'plate');
  });

  it('fault 10 is found: the length is a text', async () => {
    await finds(10, 'length');
  });

  it('fault 11 is found: errors as HTML', async () => {
    await finds(11, 'problem');
  });

  it('fault 12 is found: a booking in the minute after departure', async () => {
    await finds(12, 'departed');
  });
});

describe('Stage 5: What no one thought of', () => {
  it('a single 503 among the bodies fails the run', async () => {
    await refuses('one 503', 'for a service that responds to the 300th POST /bookings with 503');
  });

  it('at least 500 bodies reach POST /bookings, and a seed repeats them', async () => {
    const bodies = async () => {
      const service = await newService();
      const response = await against(service, '--seed=4711');
      isGreen(response, 'for --seed=4711');
      const all = service.log.filter(({ method, url }) => method === 'POST' && url === '/bookings').map(({ text }) => {
        try {
          const { plate, length } = JSON.parse(text);
          return JSON.stringify([plate, length]);
        } catch {
          return text;
        }
      });
      return { response, all };
    };
    const [{ response, all: first }, { all: second }] = [await bodies(), await bodies()];
    const rest = [...second];
    const same = first.filter((body) => rest.includes(body) && rest.splice(rest.indexOf(body), 1));
    expect(response)
      .that(first.length >= 500, `500 bodies at POST /bookings (there were ${first.length})`)
      .that(new Set(first).size >= 250, `bodies that differ from each other (there were ${new Set(first).size})`)
      .that(same.length >= 500, `the same plates and lengths in both runs with one seed (${same.length} were the same)`);
  });
});
