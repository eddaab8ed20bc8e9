import type { Comparison, DataOf, Entry, Kind, Project, Roadmap, Role, Topic } from '#content/corpus.ts';
import type { RoadmapStop } from '#content/schema/roadmap.ts';
import { addressOf } from '#content/url.ts';
import { hoursText } from '#lib/wording.ts';

/** What the Markdown of a page needs to know of the others. */
export interface TextContext {
  /** The whole address of an address of the site. */
  readonly absolute: (address: string) => string;
  readonly titleOf: (kind: Kind, id: string) => string;
  readonly areaTitle: (id: string) => string;
}

/** A page as one Markdown text: what its front matter says that a reader would miss, then its body. */
export function pageMarkdown(
  { kind, id, data }: Pick<Entry, 'kind' | 'id' | 'data'>,
  body: string,
  context: TextContext,
): string {
  const summary = 'summary' in data ? [`> ${data.summary}`] : [];
  return `${[
    `# ${data.title}`,
    ...summary,
    list([`Address: ${context.absolute(addressOf(kind, id)) ?? ''}`, ...facts(data)]),
    ...before[kind](data as never, context),
    plainMarkdown(body, context),
    ...(after[kind]?.(data as never) ?? []),
    'From Wayline, CC BY 4.0.',
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

const section = (title: string, items: readonly string[]) => (items.length > 0 ? [`## ${title}`, list(items)] : []);

function facts(data: object): string[] {
  const { level, hours, reviewed } = data as Partial<Topic> & Partial<Project>;
  return [
    ...(level ? [`Level: ${level}`] : []),
    ...(hours ? [`Hours: ${'practice' in hours ? `${hoursText(hours.practice)} of practice` : hoursText(hours)}`] : []),
    ...(reviewed ? [`Reviewed: ${reviewed}`] : []),
  ];
}

/** What front matter has that belongs before the body. */
const before: { readonly [K in Kind]: (data: DataOf[K], context: TextContext) => string[] } = {
  topic: topicHead,
  roadmap: roadmapHead,
  role: roleHead,
  question: ({ probes }) => [`What the interviewer wants to find out: ${probes}`],
  project: ({ requirements }) => section('Requirements', requirements),
  comparison: comparisonTable,
};

/** What front matter has that belongs after the body. */
const after: { readonly [K in Kind]?: (data: DataOf[K]) => string[] } = {
  topic: ({ resources }) =>
    section(
      'Read and watch',
      resources.map(
        ({ title, url, publisher, minutes, why }) => `[${title}](${url}), ${publisher}, ${minutes} min. ${why}`,
      ),
    ),
  question: ({ rubric, followUps }) => [
    ...section('Rubric', [`Weak: ${rubric.weak}`, `Good: ${rubric.good}`, `Strong: ${rubric.strong}`]),
    ...section(
      'Follow-up questions',
      followUps.map(({ ask, direction }) => `${ask} ${direction}`),
    ),
  ],
  project: ({ checklist }) => section('Review checklist', checklist),
};

const link = (kind: Kind, id: string, { titleOf, absolute }: TextContext) => {
  return `[${titleOf(kind, id)}](${absolute(addressOf(kind, id))})`;
};

function topicHead({ outcomes, prerequisites }: Topic, context: TextContext): string[] {
  return [
    ...section(
      'What you can do afterward',
      outcomes.map(({ text }) => text),
    ),
    ...section(
      'Before this',
      prerequisites.map(({ topic, why }) => `${link('topic', topic, context)}: ${why}`),
    ),
  ];
}

function roadmapHead({ audience, builds, capstone, phases }: Roadmap, context: TextContext): string[] {
  return [
    ...section('Who it is for', audience.for),
    ...section("What you'll have built", [
      ...builds.map(({ what, topics }) => `${what}: ${topics.map((id) => link('topic', id, context)).join(', ')}`),
      `The project that proves it: ${link('project', capstone, context)}`,
    ]),
    ...phases.flatMap(({ title, goal, stops, choice, exitCheck }) => [
      `## ${title}`,
      goal,
      stopList(stops, context),
      ...(choice?.why ? [`Choose one branch. ${choice.why}`] : []),
      ...(choice?.branches ?? []).flatMap((branch) => [`### ${branch.title}`, stopList(branch.stops, context)]),
      'Done when:',
      list(exitCheck),
    ]),
  ];
}

const stopList = (stops: readonly RoadmapStop[], context: TextContext) =>
  list(
    stops.map(({ topic, need, why, labs, step }) => {
      const addresses = labs.map((id) => context.absolute(`/labs/${id}/`)).join(', ');
      const work = [labs.length > 0 && `Labs: ${addresses}.`, step && `Step: ${step}`].filter(Boolean);
      return [`${link('topic', topic, context)} (${need}): ${why}`, ...work].join(' ');
    }),
  );

function roleHead({ responsibilities, matrix }: Role, { areaTitle }: TextContext): string[] {
  return [
    ...section('What the job is', responsibilities),
    ...matrix.map(
      ({ area, junior, mid, senior, staff }) =>
        `## Area: ${areaTitle(area)}\n\n${list([`Junior: ${junior.can}`, `Mid-level: ${mid.can}`, `Senior: ${senior.can}`, `Staff: ${staff.can}`])}`,
    ),
  ];
}

function comparisonTable({ subject, columns, rows, decisions }: Comparison): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    list(decisions.map(({ when, take }) => `If ${when}, take ${take}.`)),
    [
      row([subject, ...columns.map(({ label }) => label)]),
      row(['---', ...columns.map(() => '---')]),
      ...rows.map(({ name, cells }) => row([name, ...columns.map(({ id }) => cells[id] ?? '')])),
    ].join('\n'),
  ];
}

/** A body as authors write it, as Markdown that any reader understands: no components, whole addresses. */
export function plainMarkdown(body: string, targets: Pick<TextContext, 'absolute'>): string {
  return splitFences(body)
    .map(({ text, isCode }) => (isCode ? text : plainProse(text, targets)))
    .join('')
    .trim();
}

/** Code fences and the prose between them; code stays as it is. */
function splitFences(body: string): { text: string; isCode: boolean }[] {
  const pieces: { text: string; isCode: boolean }[] = [];
  let from = 0;
  for (const match of body.matchAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gmu)) {
    pieces.push({ text: body.slice(from, match.index), isCode: false }, { text: match[0], isCode: true });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: body.slice(from), isCode: false }];
}

function plainProse(text: string, { absolute }: Pick<TextContext, 'absolute'>): string {
  return text
    .replaceAll(/^<Check ask="([^"]*)"[^>]*>$/gmu, '**Question:** $1')
    .replaceAll(/^<Note title="([^"]*)"[^>]*>$/gmu, '**$1**')
    .replaceAll(/^<\/(?:Check|Note)>\n?/gmu, '')
    .replaceAll(/\[([^\]]+)\]\((\/[^)\s]*)\)/gu, (_, words: string, address: string) => {
      return `[${words}](${absolute(address)})`;
    });
}
