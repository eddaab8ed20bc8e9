import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { rolePages } from '#content/views/role-page.ts';
import { sourcePages } from '#content/views/source-page.ts';
import { topicPages } from '#content/views/topic-page.ts';
import { capitalized, countText, hoursText } from '#lib/wording.ts';
import type { ShareCard } from './draw-card.ts';

const tokens = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');

/** The light-theme value of a line's color, from src/styles/tokens.css. */
function lineColor(name: string): string {
  const value = new RegExp(`--line-${name}: light-dark\\((#[0-9a-f]{6})`, 'u').exec(tokens)?.[1];
  if (!value) throw new Error(`There is no line color "${name}" in src/styles/tokens.css.`);
  return value;
}

/** The share pictures of the site: path below /share/ without ending, and what they say. */
export function shareCards(): readonly { readonly path: string; readonly card: ShareCard }[] {
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
