import { readFileSync, statSync } from 'node:fs';
import { type Server, STATUS_CODES } from 'node:http';
import { extname, join, posix } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { headersFor, parseHeaderRules, parseRedirects, redirectOf } from './path-rules.ts';

/** Where and how to serve the built site. */
export interface ServeOptions {
  /** The folder of the built site. */
  readonly folder: string;
  /** The folder that the site's addresses begin with, with a slash at both ends. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** How hard Brotli tries while someone waits: files are a tenth smaller than with the default, and hardly slower. */
const brotliQuality = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** Serves the built site on this machine as a host would: its headers, compression, real 404 answers. */
export function serve({ folder, base, port }: ServeOptions): Promise<Server> {
  const rules = parseHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'));
  const redirects = parseRedirects(readFileSync(join(folder, '_redirects'), 'utf8'));
  const setHeaders = (response: Response, path: string) => {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
  };
  const missing: RequestHandler = (request, response) => {
    // Conditions and ranges are about the file that was asked for, not about the page that is sent in its place.
    for (const name of ['range', 'if-match', 'if-unmodified-since']) delete request.headers[name];
    setHeaders(response, `${base}404.html`);
    response.setHeader('Cache-Control', 'no-cache');
    response.status(404).sendFile(join(folder, '404.html'), { cacheControl: false });
  };
  const refuse = (response: Response, status: number, headers: Readonly<Record<string, string>> = {}) => {
    setHeaders(response, `${base}404.html`);
    response.set({ 'Cache-Control': 'no-store', ...headers }).type('text');
    response.status(status).send(`${status} ${STATUS_CODES[status]}\n`);
  };
  // Express recognizes an error handler by its four parameters.
  const answerError: ErrorRequestHandler = (error: HttpError, _request, response, next) => {
    const { status = 500, headers } = error;
    if (status >= 500) console.error(error);
    if (response.headersSent) next(error);
    else refuse(response, status, headers);
  };

  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method)) return refuse(response, 405, { Allow: 'GET, HEAD' });
    const path = toFilePath(request.path);
    if (path === undefined) return refuse(response, 400);
    request.url = request.url.replace(/^[^?]*/u, path.split('/').map(encodeURIComponent).join('/'));
    setHeaders(response, path);
    const moved = redirectOf(path, redirects);
    if (moved === undefined) next();
    else response.redirect(301, moved);
  });
  app.use(compression({ brotli: { params: brotliQuality } }));
  app.use([`${base}_headers`, `${base}_redirects`], missing);
  app.use(base, usePrecompressed(folder));
  app.use(base, express.static(folder, { cacheControl: false, dotfiles: 'ignore' }));
  app.use(missing, answerError);
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error?: Error) => (error ? reject(error) : resolve(server)));
  });
}

/** Answers with what `npm run precompress` wrote beside the requested file, unless it is older than the file. */
function usePrecompressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = request.path.endsWith('/') ? `${request.path}index.html` : request.path;
    // A range refers to the uncompressed file.
    if (!/^(?:\/[\w-][\w.-]*)+$/u.test(name) || request.headers.range !== undefined) return next();
    const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
    const ending = encoding === 'br' ? '.br' : '.gz';
    const changed = changeTime(join(folder, name));
    const packed = changeTime(join(folder, name + ending));
    const isUseful = changed !== undefined && packed !== undefined && packed >= changed;
    if (!encoding || encoding === 'identity' || !isUseful) return next();
    response.type(extname(name)).vary('Accept-Encoding').setHeader('Content-Encoding', encoding);
    request.url = name + ending;
    next();
  };
}

/** When a file was last changed, in milliseconds since 1970; undefined where there is no such file. */
function changeTime(path: string): number | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.mtimeMs : undefined;
  } catch (error) {
    // A name of 255 characters leaves no room for the ending of a packed file.
    if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

/** An error while a file is sent; its status is 500 unless it says otherwise. */
type HttpError = Error & { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** The path of a request as files are named, so that every spelling gets the same headers; undefined when it is malformed. */
function toFilePath(path: string): string | undefined {
  try {
    const decoded = posix.normalize(decodeURIComponent(path));
    return decoded.includes('\0') ? undefined : decoded;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
