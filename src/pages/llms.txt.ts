import type { APIRoute } from 'astro';
import { pageTexts } from '#features/share/page-texts.ts';
import { absoluteHref } from '#lib/href.ts';

const groups = {
  roadmap: 'Roadmaps',
  topic: 'Topics',
  role: 'Roles',
  question: 'Interview questions',
  project: 'Projects',
  comparison: 'Comparisons',
} as const;

/** An index of the pages as Markdown, in the format of https://llmstxt.org. */
export const GET: APIRoute = async ({ site }) => {
  const texts = await pageTexts(site);
  const sections = Object.entries(groups).map(([kind, title]) => {
    const pages = texts.filter(({ entry }) => entry.kind === kind);
    const lines = pages.map(({ path, entry: { data } }) => {
      const summary = 'summary' in data ? `: ${data.summary}` : '';
      return `- [${data.title}](${absoluteHref(`/${path}.md`, site)})${summary}`;
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  const head =
    '# Wayline\n\n> Roadmaps of backend engineering over shared topics, with prerequisites, hours, questions and projects.\n\n' +
    `Text under CC BY 4.0. Everything in one file: ${absoluteHref('/llms-full.txt', site)}`;
  return new Response(`${[head, ...sections].join('\n\n')}\n`);
};
