import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleWorker, writeSets } from '#features/offline/build.ts';
import { serve } from '#scripts/serve/server.ts';
import { base } from './base.ts';

/** What the server does with a request instead of answering it. */
export type Fault = 'html' | 'cut' | 'missing' | 'never';

/** The built site on a server of its own, which can go away, misbehave, and get a new build. */
export class OfflineSite {
  /** Changed only after `shrink`. */
  folder = resolve('dist');
  /** Paths below the site's folder that were asked for, in order. */
  readonly asked: string[] = [];
  /** Decides by path what goes wrong. */
  faultOf: (path: string) => Fault | undefined = () => undefined;
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}${base}`;
  }

  async start(): Promise<void> {
    this.#server = await serve({ folder: this.folder, base, port: this.#port });
    this.#port = (this.#server.address() as AddressInfo).port;
    const [answer] = this.#server.listeners('request') as ((...args: unknown[]) => void)[];
    this.#server.removeAllListeners('request');
    this.#server.on(
      'request',
      (request, response) => this.#misbehave(request, response) || answer?.(request, response),
    );
  }

  /** The network is gone. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server?.listening) return;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  /** Serves a folder of its own from now on, which may be changed: some topics, and what they need. */
  async shrink(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'wayline-offline-'));
    const isUseful = (path: string) =>
      !/\/dist\/(?:(?!topics|offline|search|_astro)[a-z]+$|topics\/[a-hm-z]|.*\.(?:md|br|gz)$)/u.test(path);
    cpSync(resolve('dist'), this.folder, { recursive: true, filter: isUseful });
    writeSets(this.folder);
    await this.stop();
    await this.start();
  }

  /** A build that offers nothing to keep any more. */
  async giveUp(): Promise<void> {
    const entry = new URL('../../src/features/offline/client/removing-worker.ts', import.meta.url);
    writeFileSync(join(this.folder, 'sw.js'), await bundleWorker(entry));
    rmSync(join(this.folder, 'offline/sets.json'));
  }

  /** A new build in place of the old one: a word of a page changed. */
  publish(path: string, [from, to]: readonly [string, string]): void {
    const file = join(this.folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
    writeSets(this.folder);
  }

  async end(): Promise<void> {
    await this.stop();
    if (this.folder !== resolve('dist')) rmSync(this.folder, { recursive: true, force: true });
  }

  #misbehave(request: IncomingMessage, response: ServerResponse): boolean {
    const path = new URL(request.url ?? '', this.url).pathname.slice(base.length);
    this.asked.push(path);
    const fault = this.faultOf(path);
    if (fault === 'cut') request.socket.destroy();
    if (fault === 'missing') response.writeHead(404).end();
    if (fault === 'html')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Moved</title>');
    return fault !== undefined;
  }
}
