import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from '#scripts/serve/server.ts';
import type { UntilLoaded } from './tab.ts';

/** The built site, with an ear for everything that is asked of it. */
export interface Site {
  readonly address: string;
  /** The paths that were asked for, first to last. */
  readonly asked: readonly string[];
  /** Starts to load pages, and resolves when each was asked for, and then nothing for a while. */
  untilLoaded: UntilLoaded;
  close(): Promise<void>;
}

/** Serves `dist/` on a port of its own. */
export async function serveSite(): Promise<Site> {
  const asked: string[] = [];
  let last = 0;
  const note = (path: string | undefined) => {
    asked.push(path ?? '');
    last = Date.now();
  };
  const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
  // Before the server, which gives the request the path of the file that it answers with.
  server.prependListener('request', (request) => note(request.url));
  server.on('upgrade', (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    untilLoaded: async (addresses, load) => {
      const before = asked.length;
      const left = new Set(addresses.map((address) => new URL(address).pathname));
      await load();
      for (const end = Date.now() + 60_000; left.size > 0 || Date.now() - last < 800; ) {
        if (Date.now() > end) throw new Error(`The browser asks on and on, or not for ${[...left].join(' and ')}.`);
        await new Promise((wait) => setTimeout(wait, 50));
        for (const path of asked.slice(before)) left.delete(path);
      }
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
