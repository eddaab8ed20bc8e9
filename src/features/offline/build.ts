import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { labsOfTopic } from '#features/labs/views.ts';
import { reportShipped } from '#lib/licenses/shipped-works.ts';
import { labEngines, listFile, type OfflineSet } from './sets.ts';

/**
 * Writes the lists of what can be kept offline, and the service worker, after everything else has been written.
 * @param isOffered false ships a worker at the same address that removes itself and everything that was kept.
 */
export function offlinePages(isOffered: boolean): AstroIntegration {
  let root = new URL('file:///');
  return {
    name: 'offline-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir }) => {
        const entry = `src/features/offline/client/${isOffered ? 'worker' : 'removing-worker'}.ts`;
        await writeFile(new URL('sw.js', dir), await bundleWorker(new URL(entry, root)));
        if (isOffered) writeSets(fileURLToPath(dir));
      },
    },
  };
}

/** Bundles a worker and its imports into one script, because its address must never change. */
export async function bundleWorker(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [reportShipped()],
    build: { write: false, lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: 'sw' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk' || chunk.imports.length > 0)
    throw new Error(`${entry.pathname} does not fit one script without imports.`);
  return chunk.code;
}

/** What every page needs: styles and scripts, the data that shared parts load, and the main pages. */
const everywhere =
  /^(?:_astro\/.*|favicon\.\w+|icon-192\.png|site\.webmanifest|(?:search|plan|practice|progress|interview)\/[\w-]+\.json|(?:(?:about|compare|interview|labs|learn|offline|offline\/missing|plan|practice|practice\/\w+|progress|projects|questions|roadmaps|roles|search|topics)\/)?index\.html)$/u;

/** Writes the list of sets into the built site. */
export function writeSets(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//u, ''))
    .sort();
  const setOf = (id: string, isIn: (path: string) => boolean): OfflineSet => {
    const own = files.filter(isIn);
    const bytes = own.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    return { id, bytes, urls: own.map((path) => path.replace(/(^|\/)index\.html$/u, '$1')) };
  };
  const isPage = (path: string) => path.endsWith('/index.html') && !everywhere.test(path);
  const sets = [
    setOf('site', (path) => everywhere.test(path)),
    setOf('all', (path) => isPage(path) || /^(?:shards|pagefind)\//u.test(path)),
    ...roadmapPages().map((roadmap) => {
      const pages = pagesOf(roadmap);
      return setOf(roadmap.id, (path) => pages.has(path));
    }),
    ...Object.entries(labEngines).map(([engine, names]) =>
      setOf(`labs-${engine}`, (path) => {
        const name = /^engines\/(?:.*\/)?([^/]+)$/u.exec(path)?.[1];
        return name !== undefined && (names.test(name) || !Object.values(labEngines).some((other) => other.test(name)));
      }),
    ),
  ];
  const hash = createHash('sha256');
  for (const url of new Set(sets.flatMap(({ urls }) => urls)))
    hash.update(readFileSync(join(folder, url === '' || url.endsWith('/') ? `${url}index.html` : url)));
  writeFileSync(join(folder, listFile), JSON.stringify({ version: hash.digest('hex').slice(0, 16), sets }));
}

/** The files of a roadmap, all branches included: its pages, its topics with their labs, and its project. */
function pagesOf({ id, trunk, branches, capstone }: ReturnType<typeof roadmapPages>[number]): ReadonlySet<string> {
  const stops = [...trunk, ...branches.flatMap((branch) => branch.stops)];
  const pages = [
    `roadmaps/${id}`,
    `roadmaps/${id}/map`,
    ...stops.map(({ topic }) => `topics/${topic.id}`),
    ...stops.flatMap(({ topic, labs }) =>
      [...labs, ...labsOfTopic(topic.id).map((lab) => lab.id)].map((lab) => `labs/${lab}`),
    ),
    `projects/${capstone.id}`,
  ];
  return new Set(pages.map((page) => `${page}/index.html`));
}
