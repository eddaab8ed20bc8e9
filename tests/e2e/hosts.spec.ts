import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { headersFor, parseHeaderRules } from '#scripts/serve/path-rules.ts';
import { long } from './long.ts';

/** The real nginx and Caddy with the files of deploy/, over plain HTTP at ports of this machine. */

const site = resolve('dist');
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const hosts = [
  { name: 'nginx, host.conf', program: 'nginx', module: brotliModule, port: 4743, start: startHost },
  { name: 'nginx, container.conf', program: 'nginx', module: brotliModule, port: 4744, start: startContainer },
  { name: 'Caddy', program: 'caddy', module: undefined, port: 4745, start: startCaddy },
].filter(({ name, program, module }) => {
  const isInstalled = spawnSync('which', [program]).status === 0 && (!module || existsSync(module));
  const packages = module ? `${program} libnginx-mod-http-brotli-static` : program;
  // Each worker reads this file again.
  if (!isInstalled && process.env['TEST_WORKER_INDEX'] === undefined)
    console.log(`${name}: skipped, it is not on this machine (apt-get install ${packages})`);
  return isInstalled;
});

// One server at a port, so one worker for its tests.
test.describe.configure({ mode: 'default' });

for (const { name, port, start } of hosts) {
  test.describe(name, long, () => {
    let server: ChildProcess;
    let folder: string;
    const ask = (path: string, options: Options = {}) => askHost(port, path, options);

    test.beforeAll(async () => {
      spawnSync('npm', ['run', '-s', 'host:files'], { stdio: 'inherit' });
      folder = mkdtempSync(join(tmpdir(), 'host-'));
      const [program = '', ...args] = start(folder);
      server = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HOME: folder } });
      await expect.poll(() => ask('/').then(({ status }) => status, String)).toBe(200);
    });
    test.afterAll(() => {
      server.kill();
      rmSync(folder, { recursive: true });
    });

    test('every kind of file has its headers', async () => {
      const rules = parseHeaderRules(readFileSync(join(site, '_headers'), 'utf8'));
      for (const path of ['/', page, '/labs/', '/sw.js', fileIn('_astro', '.js'), fileIn('engines', '.html')]) {
        const { status, headers } = await ask(path);
        expect({ path, status }).toEqual({ path, status: 200 });
        for (const [header, value] of headersFor(path, rules)) expect(headers[header.toLowerCase()]).toBe(value);
      }
    });

    test('types of content', async () => {
      for (const [path, type] of [
        [page, /^text\/html; charset=utf-8$/iu],
        ['/topics/indexing.md', /^text\/markdown; charset=utf-8$/iu],
        ['/feed.xml', /xml/u],
        ['/site.webmanifest', /^application\/manifest\+json/u],
      ] as const)
        expect((await ask(path)).headers['content-type']).toMatch(type);
    });

    test('a missing page is a 404 that nobody keeps, and control files are missing', async () => {
      for (const path of ['/no-such-page/', '/_astro/no-such-file.js', '/_headers', '/_redirects']) {
        const { status, headers } = await ask(path);
        expect({ path, status }).toEqual({ path, status: 404 });
        expect(headers['cache-control']).toBe('no-cache');
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      }
    });

    test('spellings of a path lead to the same page, and none out of the folder', async () => {
      const policy = (await ask(page)).headers['content-security-policy'];
      expect((await ask('/%74opics/indexing/')).headers['content-security-policy']).toBe(policy);
      expect([200, 301, 308]).toContain((await ask('//topics//indexing/')).status);
      expect([page, 'indexing/']).toContain((await ask('/topics/indexing')).headers['location']);
      expect([400, 404]).toContain((await ask('/..%2f..%2f..%2fetc/passwd')).status);
      expect((await ask(page, { method: 'POST' })).status).toBe(405);
    });

    test('a page comes in the encoding that the browser takes', async () => {
      const plain = readFileSync(join(site, page, 'index.html'));
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
      for (const encoding of ['br', 'gzip'] as const) {
        const { headers, body } = await ask(page, { headers: { 'accept-encoding': encoding } });
        expect(headers['content-encoding']).toBe(encoding);
        expect(unpack[encoding](body).equals(plain)).toBe(true);
      }
      expect((await ask(page)).body.equals(plain)).toBe(true);
    });

    test('parts of a file', async () => {
      const picture = fileIn('share', '.png');
      const first = await ask(picture, { headers: { range: 'bytes=0-9' } });
      expect([first.status, first.body.length]).toEqual([206, 10]);
      expect((await ask(picture, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);
    });
  });
}

const page = '/topics/indexing/';

function fileIn(folder: string, ending: string): string {
  return `/${folder}/${readdirSync(join(site, folder)).find((name) => name.endsWith(ending))}`;
}

interface Options {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a path exactly as it is spelled, which `fetch` would not. */
function askHost(port: number, path: string, options: Options) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((answered, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      answered({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    asked.on('error', failed).end();
  });
}

/** Writes a file of deploy/ with the folders of this machine in place of a server's. */
function writeConfig(folder: string, from: string, edit: (text: string) => string = (text) => text): string {
  const path = join(folder, from.replaceAll('/', '-'));
  const text = edit(readFileSync(join('deploy', from), 'utf8'))
    .replaceAll(/\/srv\/wayline\/(?:nginx|caddy)\/generated/gu, resolve('deploy/generated'))
    .replaceAll('/srv/wayline/nginx/site.conf', join(folder, 'nginx-site.conf'))
    .replaceAll('/srv/wayline/current', site);
  writeFileSync(path, text);
  return path;
}

function startNginx(folder: string, config: string): string[] {
  writeConfig(folder, 'nginx/site.conf');
  return ['nginx', '-c', config, '-p', folder, '-e', 'stderr', '-g', 'daemon off;'];
}

function startHost(folder: string): string[] {
  const frame = (text: string) =>
    `load_module ${brotliModule};\nuser root;\npid ${folder}/pid;\nerror_log stderr error;\nevents {}\nhttp {\naccess_log off;\n${text}}\n`;
  const config = writeConfig(folder, 'nginx/host.conf', (text) =>
    frame(
      text.replaceAll(/^.*(?:listen.*80;|listen \[::\].*|ssl_.*)\n/gmu, '').replace('443 ssl http2', '127.0.0.1:4743'),
    ),
  );
  return startNginx(folder, config);
}

/** The image has no text file that has a compressed one beside it: `npm run precompress -- --replace`. */
function startContainer(folder: string): string[] {
  const copy = join(folder, 'site');
  cpSync(site, copy, { recursive: true, filter: (path) => !existsSync(`${path}.gz`) });
  const config = writeConfig(folder, 'nginx/container.conf', (text) =>
    `user root;\n${text}`
      .replaceAll('/tmp/', `${folder}/`)
      .replace('/srv/wayline/current', copy)
      .replace('listen 8080', 'listen 127.0.0.1:4744')
      .replace('access_log /dev/stdout', 'access_log off'),
  );
  return startNginx(folder, config);
}

function startCaddy(folder: string): string[] {
  const config = writeConfig(folder, 'caddy/Caddyfile', (text) =>
    text.replace('wayline.example {', '{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\nhttp://127.0.0.1:4745 {'),
  );
  return ['caddy', 'run', '--adapter', 'caddyfile', '--config', config];
}
