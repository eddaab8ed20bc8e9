/** Serves the built site and prints its address. Usage: npm run serve [-- --port=4321] */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: process.env['PORT'] ?? '4321' } } });
const base = `${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+$/u, '/');

try {
  const server = await serve({ folder: resolve('dist'), base, port: Number(values.port) });
  console.log(`Wayline is at http://127.0.0.1:${(server.address() as AddressInfo).port}${base}   (Ctrl+C ends it)`);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') console.error(`Port ${values.port} is taken. Choose another: PORT=4400 npm start`);
  else if (code === 'ENOENT') console.error('There is no built site in dist/. Run `npm run build` first.');
  else throw error;
  process.exitCode = 1;
}
