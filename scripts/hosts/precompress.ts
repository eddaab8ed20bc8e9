/**
 * Writes a Brotli and a gzip file beside every text file of dist/, for hosts that serve such files as they are. What was
 * compressed before lies in .cache/compressed/ by its content. `npm run build` runs it; a release compresses again
 * with --best, which takes Brotli ten times as long. With --replace the text file itself goes, which only a server that
 * unpacks can live with (deploy/nginx/container.conf). Usage: npm run precompress [-- --best --replace]
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { dropUnused, keepFile } from '#lib/kept-file.ts';

const folder = resolve('dist');
const cache = '.cache/compressed';
const texts = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt', '.md', '.webmanifest', '.wasm']);

const isReplacing = process.argv.includes('--replace');
const quality = process.argv.includes('--best') ? constants.BROTLI_MAX_QUALITY : 7;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const makers = {
  br: (content: Buffer) =>
    toBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content: Buffer) => toGzip(content, { level: constants.Z_BEST_COMPRESSION }),
} as const;

const started = performance.now();
let made = 0;
const total = { files: 0, plain: 0, br: 0, gz: 0 };

/** Compresses a file, or takes what was made of the same content before. */
async function compress(path: string): Promise<void> {
  const content = readFileSync(path);
  const key = createHash('sha256').update(content).digest('hex').slice(0, 32);
  total.files += 1;
  total.plain += content.length;
  for (const ending of ['br', 'gz'] as const) {
    const kept = await keepFile(join(cache, `${key}-${quality}.${ending}`), () => {
      made += 1;
      return makers[ending](content);
    });
    const packed = readFileSync(kept);
    // A file that would not get smaller is sent as it is.
    if (packed.length < content.length) writeFileSync(`${path}.${ending}`, packed);
    total[ending] += Math.min(packed.length, content.length);
  }
  if (isReplacing && existsSync(`${path}.gz`)) rmSync(path);
}

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && texts.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));
const workers = Array.from({ length: 4 }, async () => {
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) await compress(path);
});
await Promise.all(workers);
dropUnused(cache);

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(
  `${total.files} files, ${megabytes(total.plain)}: Brotli ${megabytes(total.br)}, gzip ${megabytes(total.gz)}. ${made} compressed now, the others from the cache, ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
