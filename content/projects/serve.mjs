// What the reference solutions share: routes, JSON bodies, and errors as application/problem+json.
import { createServer } from 'node:http';

/** An error that the client is told about. */
export class Problem extends Error {
  /** @param more further fields of the body, and `headers` of the response. */
  constructor(status, type, title, { headers, ...more } = {}) {
    super(title);
    Object.assign(this, { status, headers, body: { type: `/problems/${type}`, title, status, ...more } });
  }
}

/** Refuses input in which a rule complains: `[field, whether it is right, message]`. */
export function check(...rules) {
  const errors = rules.filter(([, isRight]) => !isRight).map(([field, , message]) => ({ field, message }));
  if (errors.length > 0) throw new Problem(422, 'validation', 'The input is not valid', { errors });
}

/** Reads a whole body, or refuses it when it is longer than `most` bytes. */
export async function readBody(request, most = 1_000_000) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  if (size > most) throw new Problem(413, 'too-large', `The body is above ${most} bytes`);
  return Buffer.concat(chunks);
}

async function readJson(request, most) {
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? ''))
    throw new Problem(415, 'media-type', 'The body must be application/json');
  const text = (await readBody(request, most)).toString();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not valid JSON');
  }
  if (typeof body !== 'object' || body === null) throw new Problem(400, 'malformed-json', 'The body is no object');
  return body;
}

const patternOf = (path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u');

/**
 * Listens on PORT and prints the address.
 * @param routes handlers by method and path, as `'GET /todos/{id}'`. A handler returns status, headers and body, or
 *   undefined when it has written the response itself.
 */
export function serve(routes) {
  const table = Object.entries(routes).map(([route, handle]) => {
    const [method, path] = route.split(' ');
    return { method, pattern: patternOf(path), handle };
  });
  const respond = async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const found = table.filter(({ pattern }) => pattern.test(url.pathname));
    const method = request.method === 'HEAD' && !found.some((each) => each.method === 'HEAD') ? 'GET' : request.method;
    const route = found.find((each) => each.method === method);
    if (found.length === 0) throw new Problem(404, 'not-found', 'There is nothing at this address');
    if (!route) {
      const headers = { allow: found.map((each) => each.method).join(', ') };
      throw new Problem(405, 'method-not-allowed', `${request.method} is not possible here`, { headers });
    }
    const params = Object.fromEntries(
      Object.entries(route.pattern.exec(url.pathname).groups ?? {}).map(([name, text]) => [name, decode(text)]),
    );
    const [, bearer] = /^Bearer (.+)$/iu.exec(request.headers.authorization ?? '') ?? [];
    const json = (most) => readJson(request, most);
    return await route.handle({ request, response, params, query: url.searchParams, headers: request.headers, bearer, json });
  };
  const server = createServer(async (request, response) => {
    const result = await respond(request, response).catch((error) => {
      if (error instanceof Problem) return error;
      console.error(error);
      return new Problem(500, 'unexpected', 'Something went wrong');
    });
    if (!result) return;
    const { status = 200, headers, body } = result;
    const isPlain = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
    const type = isPlain ? {} : { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' };
    response.writeHead(status, { ...type, ...headers });
    response.end(request.method === 'HEAD' ? undefined : isPlain ? body : JSON.stringify(body));
  });
  server.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${server.address().port}`));
  return server;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // Bytes that are no UTF-8: the handler may look at the request itself.
    return text;
  }
}
