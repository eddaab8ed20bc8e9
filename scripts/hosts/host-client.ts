import { request as plainRequest } from 'node:http';
import { connect } from 'node:http2';

/** What a host answered. Names of headers are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

interface Question {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Client {
  /** Asks for a path exactly as it is spelled, which `fetch` would not. */
  readonly ask: (question: Question) => Promise<Answer>;
  readonly close: () => void;
}

/** A client for a host: HTTP/2 where it has TLS, whose certificate may be anybody's, and HTTP/1.1 otherwise. */
export const openClient = (origin: string): Client =>
  origin.startsWith('https:') ? openSecure(origin) : { ask: (question) => askPlain(origin, question), close: () => {} };

function openSecure(origin: string): Client {
  const session = connect(origin, { rejectUnauthorized: false });
  const ask = ({ path, method = 'GET', headers = {} }: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':path': path, ':method': method, ...headers });
      stream.end();
      const parts: Buffer[] = [];
      let head: Record<string, string | undefined> = {};
      stream.on('response', (received) => {
        head = Object.fromEntries(Object.entries(received).map(([name, value]) => [name, String(value)]));
      });
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', reject);
      stream.on('end', () => resolve({ status: Number(head[':status']), headers: head, body: Buffer.concat(parts) }));
    });
  return { ask, close: () => session.close() };
}

const askPlain = (origin: string, { path, method = 'GET', headers = {} }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const request = plainRequest({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const head = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
        resolve({ status: response.statusCode ?? 0, headers: head, body: Buffer.concat(parts) });
      });
    });
    request.on('error', reject);
    request.end();
  });
