import type { Corpus } from '../corpus.ts';
import { levelAt, skewPieces } from '../network-lines.ts';
import type { Network } from '../schema/network.ts';
import { placedStops } from '../ways.ts';
import type { Finding, IssueText, Rule } from './rule.ts';

const path = 'content/network.yaml';

const issue = (field: string, { message, fix }: IssueText): Finding => ({ path, field, line: 0, message, fix });

/** What a line of the map says that its roadmap does not. */
function lineIssues(line: Network['lines'][number], { corpus, index }: { corpus: Corpus; index: number }): Finding[] {
  const { network } = corpus;
  const at = (field: string, text: IssueText) => issue(`lines[${index}].${field}`, text);
  const entry = corpus.roadmap.find(({ id }) => id === line.roadmap);
  if (corpus.unread.some(({ kind, id }) => kind === 'roadmap' && id === line.roadmap)) return [];
  if (!entry) return [at('roadmap', { message: `There is no roadmap "${line.roadmap}".`, fix: 'Take the line out.' })];
  const topics = placedStops(entry.data).map(({ stop }) => stop.topic);
  const calls = line.stops.flatMap((topic) => {
    const stop = network.stops.find((each) => each.topic === topic);
    const reason = !topics.includes(topic)
      ? `The roadmap has no topic "${topic}".`
      : !stop
        ? `"${topic}" has no place in the list of stops.`
        : levelAt(stop.x, line) === undefined && `The line does not run level at ${stop.x}, where "${topic}" stands.`;
    return reason ? [at('stops', { message: reason, fix: 'Place the stop on the line, or take it out.' })] : [];
  });
  const skew = skewPieces(line).map(([from, to]) =>
    at('way', {
      message: `The piece from ${from.join(', ')} to ${to.join(', ')} runs neither level, upright nor at 45 degrees.`,
      fix: 'Move one of its ends.',
    }),
  );
  const outside = line.way.filter(([x, y]) => x > network.size[0] || y > network.size[1]);
  const { title } = entry.data;
  return [
    ...(line.name.join(' ') === title ? [] : [at('name', nameIssue(title))]),
    ...skew,
    ...outside.map(([x, y]) => at('way', { message: `${x}, ${y} is outside of the drawing.`, fix: 'Move the bend.' })),
    ...calls,
  ];
}

const nameIssue = (title: string): IssueText => ({
  message: `The name is not the title "${title}".`,
  fix: 'Write the title, broken into lines.',
});

function stopIssues({ topic, name }: Network['stops'][number], { corpus, index }: { corpus: Corpus; index: number }) {
  const title = corpus.topic.find(({ id }) => id === topic)?.data.title;
  const at = (field: string, text: IssueText) => issue(`stops[${index}].${field}`, text);
  if (!corpus.network.lines.some(({ stops }) => stops.includes(topic)))
    return [at('topic', { message: `No line calls at "${topic}".`, fix: 'Name it in a line, or take it out.' })];
  return title === undefined || name.join(' ') === title ? [] : [at('name', nameIssue(title))];
}

export const networkRules: readonly Rule[] = [
  {
    code: 'R031',
    title: 'The network map has every roadmap, and its lines keep to the grid.',
    check: (corpus) => {
      const { lines, stops, size } = corpus.network;
      // The file could not be read, which is reported already.
      if (size[0] === 0) return [];
      const missing = corpus.roadmap.filter(
        ({ id, data }) => data.kind !== 'level' && !lines.some(({ roadmap }) => roadmap === id),
      );
      return [
        ...missing.map(({ id }) =>
          issue('lines', { message: `The roadmap "${id}" has no line.`, fix: 'Draw a line for it.' }),
        ),
        ...lines.flatMap((line, index) => lineIssues(line, { corpus, index })),
        ...stops.flatMap((stop, index) => stopIssues(stop, { corpus, index })),
      ];
    },
  },
];
