/**
 * Drives the built site behind the real nginx and Caddy with the files of deploy/: headers, spellings of a path, errors,
 * compression. Says which of the two are not installed. Usage: npm run precompress && npm run host:files && npm run test:hosts
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type HeaderRule, headersFor, parseHeaderRules } from '../serve/header-rules.ts';
import { type Answer, openClient } from './host-client.ts';

const site = resolve('dist');
const rules = parseHeaderRules(readFileSync(join(site, '_headers'), 'utf8'));
const names = new Set(rules.flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase())));
const firstIn = (folder: string, ending: string) => {
  const found = readdirSync(join(site, folder)).find((name) => name.endsWith(ending));
  if (!found) throw new Error(`dist/${folder} has no file that ends with ${ending}. Run \`npm run build\` first.`);
  return `/${folder}/${found}`;
};
const script = firstIn('_astro', '.js');
const picture = firstIn('share', '.png');

/** A request, and what the answer must be. */
interface Case {
  readonly what: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number | readonly number[];
  /** The path whose headers it must have; none are looked at without it. */
  readonly like?: string;
  readonly type?: RegExp;
  readonly check?: (answer: Answer) => string | undefined;
}

const page = '/topics/indexing/';
const html = /^text\/html; charset=utf-8$/iu;
const ownHeaders = (paths: readonly string[]): Case[] =>
  paths.map((path) => ({ what: `headers of ${path}`, path, status: 200, like: path }));

const holds = (file: string, unpack: (body: Buffer) => Buffer) => (answer: Answer) =>
  unpack(answer.body).equals(readFileSync(join(site, file))) ? undefined : 'the body is not the file';
const packed = (encoding: string, unpack: (body: Buffer) => Buffer): Case => ({
  what: `a page comes as ${encoding}`,
  path: page,
  headers: { 'accept-encoding': encoding },
  status: 200,
  check: (answer) =>
    answer.headers['content-encoding'] === encoding
      ? holds('topics/indexing/index.html', unpack)(answer)
      : `Content-Encoding is ${answer.headers['content-encoding']}`,
});
const missing = (path: string): Case => ({
  what: `${path} is missing`,
  path,
  status: 404,
  like: '/404.html',
  type: html,
  check: ({ headers }) =>
    headers['cache-control'] === 'no-cache' ? undefined : `Cache-Control is ${headers['cache-control']}`,
});

const cases: readonly Case[] = [
  ...ownHeaders(['/', page, '/roadmaps/backend/', '/labs/', '/search/', script, '/sw.js', '/offline/edition.json']),
  ...ownHeaders([firstIn('badges/roadmaps', '.svg'), firstIn('engines', '.html'), firstIn('offline/packs', '.bundle')]),
  { what: 'a page is HTML', path: page, status: 200, type: html },
  { what: 'a page as Markdown', path: '/topics/indexing.md', status: 200, type: /^text\/markdown; charset=utf-8$/iu },
  { what: 'the feed is XML', path: '/feed.xml', status: 200, type: /xml/u },
  { what: 'the manifest', path: '/site.webmanifest', status: 200, type: /^application\/manifest\+json/u },
  { what: 'an escaped letter changes no header', path: '/%74opics/indexing/', status: 200, like: page },
  { what: 'a double slash changes no header', path: '//topics//indexing/', status: [200, 301, 308], like: page },
  {
    what: 'an address without its last slash leads to the page',
    path: '/topics/indexing',
    status: [301, 302, 307, 308],
    check: ({ headers }) =>
      headers.location === page || headers.location === 'indexing/' ? undefined : `Location is ${headers.location}`,
  },
  missing('/no-such-page/'),
  missing('/_astro/no-such-file.js'),
  missing('/_headers'),
  missing('/_redirects'),
  { what: 'a way out of the folder', path: '/..%2f..%2f..%2fetc/passwd', status: [400, 404] },
  { what: 'POST is refused', path: page, method: 'POST', status: 405 },
  packed('br', brotliDecompressSync),
  packed('gzip', gunzipSync),
  { what: 'a page comes plain', path: page, status: 200, check: holds('topics/indexing/index.html', (body) => body) },
  {
    what: 'a part of a file',
    path: picture,
    headers: { range: 'bytes=0-9' },
    status: 206,
    check: ({ body }) => (body.length === 10 ? undefined : `${body.length} bytes`),
  },
  {
    what: 'a part behind the end of a file',
    path: picture,
    headers: { range: 'bytes=99999999-' },
    status: 416,
    check: ({ body }) => (body.includes(site) ? 'it tells a path of the server' : undefined),
  },
];

/** What is wrong with an answer. */
function faultOf(answer: Answer, { status, like, type, check }: Case): string | undefined {
  if (![status].flat().includes(answer.status)) return `status ${answer.status}`;
  const wrong =
    like === undefined || answer.status >= 300 !== (like === '/404.html') ? [] : headerFaults(answer, like, rules);
  if (wrong.length > 0) return wrong.join('; ');
  const found = answer.headers['content-type'] ?? '';
  if (type && !type.test(found)) return `Content-Type is ${found}`;
  return check?.(answer);
}

function headerFaults({ headers }: Answer, like: string, from: readonly HeaderRule[]): string[] {
  const expected = new Map(headersFor(like, from).map(([name, value]) => [name.toLowerCase(), value]));
  // What an error may be kept for is looked at by its own check.
  const looked = like === '/404.html' ? names.difference(new Set(['cache-control'])) : names;
  return [...looked].flatMap((name) => {
    const value = expected.get(name) ?? (name === 'cache-control' ? 'public, max-age=0, must-revalidate' : undefined);
    return headers[name] === value ? [] : [`${name} is ${headers[name]}, not ${value}`];
  });
}

/** A server to try, and how it is started with the files of deploy/ at a port of this machine. */
interface Host {
  readonly name: string;
  readonly program: string;
  readonly install: string;
  readonly origin: string;
  readonly start: (folder: string) => readonly string[];
}

const places = (text: string, root = site) =>
  text
    .replaceAll('/srv/wayline/current', root)
    .replaceAll(/\/srv\/wayline\/(?:nginx|caddy)\/generated/gu, resolve('deploy/generated'))
    .replaceAll('/srv/wayline/nginx', resolve('deploy/nginx'));

const brotliModule = 'load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;';

/** deploy/nginx/site.conf as it lies there names places of a server; the copy names those of this machine. */
function copySite(folder: string): string {
  const path = join(folder, 'site.conf');
  writeFileSync(path, places(readFileSync('deploy/nginx/site.conf', 'utf8')));
  return path;
}

function nginxHost(folder: string): readonly string[] {
  const server = places(readFileSync('deploy/nginx/host.conf', 'utf8'))
    .replaceAll(/listen (?:\[::\]:)?80;\n/gu, '')
    .replaceAll(/listen \[::\]:443[^;]*;/gu, '')
    .replace('server {\n  ', 'server {\n  listen 127.0.0.1:4741;\n  ')
    .replace('listen 443 ssl', 'listen 127.0.0.1:4743 ssl')
    .replaceAll(/\/etc\/letsencrypt\/live\/wayline\.example\/(?:fullchain|privkey)\.pem/gu, (path) =>
      join(folder, path.includes('fullchain') ? 'cert.pem' : 'key.pem'),
    )
    .replace(resolve('deploy/nginx/site.conf'), copySite(folder));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${brotliModule}\nuser root;\npid ${folder}/nginx.pid;\nerror_log stderr error;\nevents {}\nhttp {\naccess_log off;\n${server}\n}\n`,
  );
  return ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr', '-g', 'daemon off;'];
}

/** A copy of the site as the image has it: `npm run precompress -- --replace` leaves no text file that has a compressed one. */
function copyForImage(folder: string): string {
  const root = join(folder, 'site');
  cpSync(site, root, { recursive: true, filter: (path) => !existsSync(`${path}.gz`) });
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  console.log(`The site in the image: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  return root;
}

function nginxContainer(folder: string): readonly string[] {
  const own = readFileSync('deploy/nginx/container.conf', 'utf8').replaceAll('/tmp/', `${folder}/`);
  const config = places(own, copyForImage(folder))
    .replace('listen 8080', 'listen 127.0.0.1:4744')
    .replace('access_log /dev/stdout', 'access_log off')
    .replace(resolve('deploy/nginx/site.conf'), copySite(folder));
  writeFileSync(join(folder, 'nginx.conf'), `user root;\n${config}`);
  return ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr', '-g', 'daemon off;'];
}

function caddy(folder: string): readonly string[] {
  const config = places(readFileSync('deploy/caddy/Caddyfile', 'utf8')).replace(
    'wayline.example {',
    `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\nhttps://127.0.0.1:4745 {\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
  );
  writeFileSync(join(folder, 'Caddyfile'), config);
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
}

const hosts: readonly Host[] = [
  {
    name: 'nginx, deploy/nginx/host.conf, HTTP/2',
    program: 'nginx',
    install: 'apt install nginx libnginx-mod-http-brotli-static',
    origin: 'https://127.0.0.1:4743',
    start: nginxHost,
  },
  {
    name: 'nginx, deploy/nginx/container.conf',
    program: 'nginx',
    install: 'apt install nginx libnginx-mod-http-brotli-static',
    origin: 'http://127.0.0.1:4744',
    start: nginxContainer,
  },
  {
    name: 'Caddy, deploy/caddy/Caddyfile, HTTP/2',
    program: 'caddy',
    install: 'apt install caddy',
    origin: 'https://127.0.0.1:4745',
    start: caddy,
  },
];

async function tryHost(host: Host): Promise<number> {
  if (spawnSync('which', [host.program]).status !== 0) {
    console.log(`${host.name}: not installed. ${host.install}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=127.0.0.1',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  let said = '';
  const server = spawn(host.program, host.start(folder), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  server.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  try {
    await listening(host.origin, () => (server.exitCode === null ? undefined : said));
    const client = openClient(host.origin);
    const failed: string[] = [];
    for (const each of cases) {
      const fault = faultOf(await client.ask(each), each);
      if (fault !== undefined) failed.push(`  ${each.what}: ${fault}`);
    }
    client.close();
    console.log([`${host.name}: ${cases.length - failed.length} of ${cases.length} passed`, ...failed].join('\n'));
    return failed.length;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Waits until a server listens. */
async function listening(origin: string, ended: () => string | undefined): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const reason = ended();
    if (reason !== undefined) throw new Error(`The server ended:\n${reason}`);
    const socket = createConnection(Number(new URL(origin).port), '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await wait(100);
  }
  throw new Error(`${origin} does not answer.`);
}

let failed = 0;
for (const host of hosts) failed += await tryHost(host);
process.exitCode = failed > 0 ? 1 : 0;
