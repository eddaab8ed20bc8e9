import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { rolePages } from '#content/views/role-page.ts';
import { sourcePages } from '#content/views/source-page.ts';
import { topicPages } from '#content/views/topic-page.ts';
import { capitalized, countText, hoursText } from '#lib/wording.ts';
import { drawCard, type ShareCard } from './draw-card.ts';

/** A drawn picture: its path below /share/ without ending, and the file that holds it. */
export interface DrawnPicture {
  readonly path: string;
  readonly file: string;
}

/** What every picture depends on besides its own words: how it is drawn, and the versions of what draws it. */
const drawing = [join(import.meta.dirname, 'draw-card.ts'), 'package.json']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const tokens = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');

/** Where pictures are kept from build to build. */
const folder: string = workerData;
mkdirSync(folder, { recursive: true });
const drawn: DrawnPicture[] = [];
for (const { path, card } of shareCards()) drawn.push({ path, file: await drawOnce(card) });
parentPort?.postMessage(drawn);

/** Draws a picture unless the same one was drawn before, and returns its file. */
async function drawOnce(card: ShareCard): Promise<string> {
  const name = createHash('sha256')
    .update(drawing + JSON.stringify(card))
    .digest('hex');
  const file = join(folder, `${name}.png`);
  if (existsSync(file)) return file;
  // Written under another name first, so that a stopped build leaves no half picture behind.
  writeFileSync(`${file}.part`, await drawCard(card));
  renameSync(`${file}.part`, file);
  return file;
}

/** The light-theme value of a line's color, from src/styles/tokens.css. */
function lineColor(name: string): string {
  const value = new RegExp(`\\[data-line="${name}"\\] \\{\\s*--line: light-dark\\((#[0-9a-f]{6})`, 'u').exec(
    tokens,
  )?.[1];
  if (!value) throw new Error(`There is no line color "${name}" in src/styles/tokens.css.`);
  return value;
}

/** The share pictures of the site: path below /share/ without ending, and what they say. */
function shareCards(): readonly { readonly path: string; readonly card: ShareCard }[] {
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
