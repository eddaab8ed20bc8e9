// Relations between pages: what an id names exists, prerequisites make an order, nothing stands alone.
import { type Corpus, type Entry, entriesOf, folders, type Kind, kinds } from '../corpus.ts';
import { findCycle, type GraphNode } from '../graph.ts';
import { nearest } from '../issue.ts';
import { levels } from '../level.ts';
import { type FrontReference, referencesOf } from '../references.ts';
import { placedStops } from '../ways.ts';
import { type Finding, fieldIssue, listIssue, type Rule, repeated } from './rule.ts';

const unknownReference: Rule = {
  code: 'R001',
  title: 'Every id that front matter or a list names exists.',
  check: (corpus) => {
    const known = knownIds(corpus);
    const tell = (kind: Named, id: string) => ({
      message: corpus.drafts.some((draft) => draft.kind === kind && draft.id === id)
        ? `"${id}" is a draft.`
        : `"${id}" is not a${kind === 'area' ? 'n' : ''} ${kind}.`,
      fix: suggestFix(id, { kind, known: known[kind] }),
    });
    const inPages = entriesOf(corpus).flatMap((entry) =>
      referencesOf(entry)
        .filter(({ kind, id }) => !known[kind].has(id))
        .map(({ kind, id, field }) => fieldIssue(entry, field, tell(kind, id))),
    );
    const inDisagreements = corpus.disagreements.flatMap(({ id, sides }) =>
      sides
        .filter(({ source }) => !known.source.has(source))
        .map(({ source }) => listIssue({ list: 'sources/disagreements', id }, 'sides', tell('source', source))),
    );
    const inCareer = corpus.careerFacts
      .filter(({ source }) => !known.source.has(source))
      .map(({ id, source }) => listIssue({ list: 'career', id }, 'source', tell('source', source)));
    return [...inPages, ...inDisagreements, ...inCareer];
  },
};

type Named = FrontReference['kind'];
type KnownIds = Readonly<Record<Named, ReadonlySet<string>>>;

function knownIds(corpus: Corpus): KnownIds {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const pages = (kind: Kind) => ids([...corpus[kind], ...corpus.unread.filter((place) => place.kind === kind)]);
  return {
    topic: pages('topic'),
    roadmap: pages('roadmap'),
    role: pages('role'),
    question: pages('question'),
    project: pages('project'),
    comparison: pages('comparison'),
    area: ids(corpus.areas),
    // Labs are read by their own feature; the list of ids has them all.
    lab: ids(corpus.locked.filter(({ kind }) => kind === 'lab')),
    source: new Set([...ids(corpus.sources), ...corpus.unreadSources]),
  };
}

function suggestFix(id: string, { kind, known }: { kind: Named; known: ReadonlySet<string> }): string {
  const suggestion = nearest(id, known);
  if (kind === 'area')
    return `${suggestion ? `Did you mean "${suggestion}"? ` : ''}The areas are ${[...known].join(', ')}.`;
  const file =
    kind === 'source'
      ? `content/sources/${id}/index.yaml`
      : kind === 'lab'
        ? `content/labs/${id}/`
        : `content/${folders[kind]}/${id}.mdx`;
  return suggestion ? `Did you mean "${suggestion}"? Change it, or add ${file}.` : `Add ${file}, or take the id out.`;
}

const selfReference: Rule = {
  code: 'R002',
  title: 'No page names itself.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      referencesOf(entry)
        .filter(({ kind, id }) => kind === entry.kind && id === entry.id)
        .map(({ field }) => fieldIssue(entry, field, { message: `"${entry.id}" names itself.`, fix: 'Take it out.' })),
    ),
};

export const prerequisiteCycle: Rule = {
  code: 'R003',
  title: 'Prerequisites have no cycle.',
  check: ({ topic }) => {
    let nodes: readonly GraphNode[] = topic.map(({ id, data }) => ({
      id,
      prerequisites: data.prerequisites.map((edge) => edge.topic).filter((to) => to !== id),
    }));
    const issues: Finding[] = [];
    for (let cycle = findCycle(nodes); cycle; cycle = findCycle(nodes)) {
      const onCycle = new Set(cycle);
      const entry = topic.find(({ id }) => id === cycle?.[0]) as Entry<'topic'>;
      const message = `These topics need each other: ${cycle.join(' needs ')}.`;
      issues.push(fieldIssue(entry, ['prerequisites'], { message, fix: 'Take out the edge that matters least.' }));
      nodes = nodes.filter(({ id }) => !onCycle.has(id));
    }
    return issues;
  },
};

const prerequisiteLevel: Rule = {
  code: 'R024',
  title: 'A topic needs nothing above its own level.',
  check: ({ topic }) => {
    const levelOf = new Map(topic.map(({ id, data }) => [id, data.level]));
    return topic.flatMap((entry) => {
      const own = entry.data.level;
      return entry.data.prerequisites.flatMap(({ topic: id }, index) => {
        const needed = levelOf.get(id);
        if (!needed || levels.indexOf(needed) <= levels.indexOf(own)) return [];
        const message = `This topic is ${own} and needs "${id}", which is ${needed}.`;
        return [fieldIssue(entry, ['prerequisites', index], { message, fix: 'Change a level, or drop the edge.' })];
      });
    });
  },
};

const relatedTwice: Rule = {
  code: 'R023',
  title: 'A related topic is not a prerequisite too, and no edge stands twice.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const edges = [
        ...entry.data.prerequisites.map(({ topic: id }, index) => ({ id, field: ['prerequisites', index] })),
        ...entry.data.related.map((id, index) => ({ id, field: ['related', index] })),
      ];
      return repeated(edges, ({ id }) => id).map(({ item: { id, field } }) => {
        const message = `"${id}" is named twice.`;
        return fieldIssue(entry, field, { message, fix: 'Keep one; a prerequisite goes before a related topic.' });
      });
    }),
};

const topicOffTheMap: Rule = {
  code: 'R006',
  title: 'Every topic is on a roadmap.',
  check: ({ topic, roadmap, unread }) => {
    // The stops of a roadmap with errors are unknown.
    if (unread.some(({ kind }) => kind === 'roadmap')) return [];
    const stops = new Set(roadmap.flatMap(({ data }) => placedStops(data).map(({ stop }) => stop.topic)));
    return topic
      .filter((entry) => !stops.has(entry.id))
      .map((entry) => {
        const fix = 'Add it to a phase of a roadmap in content/roadmaps/.';
        return fieldIssue(entry, ['title'], { message: 'This topic is on no roadmap.', fix });
      });
  },
};

const comparisonCells: Rule = {
  code: 'R022',
  title:
    'Columns and rows of a comparison have ids of their own, cells belong to its columns, and ordered columns use the words of their order.',
  check: ({ comparison }) =>
    comparison.flatMap((entry) => {
      const columns = new Map(entry.data.columns.map((column) => [column.id, column]));
      const sameIds = (['columns', 'rows'] as const).flatMap((list) => {
        const places = entry.data[list].map(({ id }, index) => ({ id, field: [list, index, 'id'] }));
        return repeated(places, ({ id }) => id).map(({ item: { id, field } }) => {
          const message = `"${id}" is the id of an earlier one of the ${list}.`;
          return fieldIssue(entry, field, { message, fix: 'Give it an id of its own.' });
        });
      });
      const misplaced = entry.data.rows.flatMap((row, index) =>
        Object.entries(row.cells).flatMap(([id, value]) => {
          const column = columns.get(id);
          const at = (message: string, fix: string) =>
            fieldIssue(entry, ['rows', index, 'cells', id], { message, fix });
          if (!column) return [at(`"${id}" is not a column.`, `The columns are ${[...columns.keys()].join(', ')}.`)];
          if (!column.order || column.order.includes(value)) return [];
          return [
            at(`"${value}" is not in the order of the column.`, `Add it to the order: ${column.order.join(', ')}.`),
          ];
        }),
      );
      return [...sameIds, ...misplaced];
    }),
};

const emptyCollection: Rule = {
  code: 'R026',
  title: 'Every folder of content has a page.',
  check: (corpus) =>
    kinds
      .filter((kind) => corpus[kind].length === 0 && !corpus.unread.some((place) => place.kind === kind))
      .map((kind) => ({
        path: `content/${folders[kind]}`,
        field: '',
        line: 0,
        message: `There is no ${kind}. The folder is missing or empty.`,
        fix: 'Restore the folder, or add its first page.',
      })),
};

export const relationRules: readonly Rule[] = [
  unknownReference,
  selfReference,
  prerequisiteCycle,
  prerequisiteLevel,
  relatedTwice,
  topicOffTheMap,
  comparisonCells,
  emptyCollection,
];
