import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { rolePages } from '#content/views/role-page.ts';
import { sourcePages } from '#content/views/source-page.ts';
import { topicPages } from '#content/views/topic-page.ts';
import { capitalized, countText, hoursText } from '#lib/wording.ts';
import type { DrawnPicture, DrawOrder } from './draw-all.ts';

/** Draws the share pictures in a thread of their own while the pages are built. */
export function sharePictures(): AstroIntegration {
  let root = new URL('file:///');
  let drawn: Promise<readonly DrawnPicture[]> = Promise.resolve([]);
  return {
    name: 'share-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:start': () => {
        drawn = drawInThread(root);
        // A failure is reported by `astro:build:done`, which awaits the same promise.
        drawn.catch(() => {});
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pictures = await drawn;
        for (const { path, file } of pictures) cpSync(file, fileURLToPath(new URL(`share/${path}.png`, dir)));
        logger.info(`${pictures.length} share pictures`);
      },
    },
  };
}

function drawInThread(root: URL): Promise<readonly DrawnPicture[]> {
  const workerData: DrawOrder = { folder: fileURLToPath(new URL('.cache/share/', root)), pictures: shareCards() };
  const worker = new Worker(new URL('src/features/share/draw-all.ts', root), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The share pictures were not drawn (exit code ${code}).`)));
  });
}

/** The light-theme value of a line's color, from src/styles/tokens.css. */
function lightColor(name: string, tokens: string): string {
  const value = new RegExp(`\\[data-line="${name}"\\] \\{\\s*--line: light-dark\\((#[0-9a-f]{6})`, 'u').exec(
    tokens,
  )?.[1];
  if (!value) throw new Error(`There is no line color "${name}" in src/styles/tokens.css.`);
  return value;
}

/** All share pictures of the site. */
function shareCards(): DrawOrder['pictures'] {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const lineColor = (name: string) => lightColor(name, tokens);
  const roadmaps = roadmapPages();
  const network = roadmaps.map(({ data }) => lineColor(data.color));
  return [
    {
      path: 'site',
      card: {
        title: 'Backend engineering, stop by stop',
        kind: 'One network',
        facts: countText(roadmaps.length, 'roadmap'),
        colors: network,
      },
    },
    ...roadmaps.map((page) => ({
      path: `roadmaps/${page.id}`,
      card: {
        title: page.data.title,
        kind: 'Roadmap',
        facts: `${countText(page.stopIds.length, 'stop')}, ${page.sharedCount} shared with other lines`,
        colors: [lineColor(page.data.color), ...network.filter((color) => color !== lineColor(page.data.color))],
      },
    })),
    ...rolePages().map((page) => ({
      path: `roles/${page.id}`,
      card: {
        title: page.data.title,
        kind: 'Role',
        facts: `Reached by ${countText(page.lines.length, 'line')}`,
        colors: page.lines.map((line) => lineColor(line.color)),
      },
    })),
    ...sourcePages().map((page) => ({
      path: `sources/${page.id}`,
      card: { title: page.title, kind: 'Source', facts: countText(page.statementCount, 'statement'), colors: network },
    })),
    ...topicPages().map((page) => ({
      path: `topics/${page.id}`,
      card: {
        title: page.data.title,
        kind: page.area,
        facts: `${capitalized(page.data.level)} · ${hoursText(page.hours)} · on ${countText(page.places.length, 'roadmap')}`,
        colors: page.places.map(({ line }) => lineColor(line.color)),
      },
    })),
  ];
}
