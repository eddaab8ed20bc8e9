import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import { headersFor, parseHeaderRules } from './header-rules.ts';

/** Where and how to serve the built site. */
export interface ServeOptions {
  /** The folder of the built site. */
  readonly folder: string;
  /** The folder that the site's addresses begin with, with a slash at both ends. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** How hard Brotli tries while someone waits: files come a tenth smaller than by the default, and hardly later. */
export const brotliQuality = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** Serves the built site on this machine as a host would: its headers, compression, real 404 answers. */
export function serve({ folder, base, port }: ServeOptions): Promise<Server> {
  const rules = parseHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'));
  const app = express();
  app.disable('x-powered-by');
  app.use(compression({ brotli: { params: brotliQuality } }));
  app.use((request, response, next) => {
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    for (const [name, value] of headersFor(request.path, rules)) response.setHeader(name, value);
    next();
  });
  app.use(base, express.static(folder, { cacheControl: false, dotfiles: 'ignore' }));
  app.use((_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.status(404).sendFile(join(folder, '404.html'), { cacheControl: false });
  });
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error?: Error) => (error ? reject(error) : resolve(server)));
  });
}
