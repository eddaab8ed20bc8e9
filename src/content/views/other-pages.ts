import type { Entry, Question } from '../corpus.ts';
import { frequencies } from '../frequency.ts';
import { type Level, levels } from '../level.ts';
import { readProjectTests } from '../project-tests.ts';
import { getContent, toPageRef } from './site-content.ts';

/** The pages of all questions, the easiest first. */
export function questionPages() {
  const { corpus, topic } = getContent();
  const pages = corpus.question.map((entry) => ({
    ...toPageRef(entry),
    data: entry.data,
    topics: entry.data.topics.map(topic),
    roles: corpus.role.filter(({ id }) => entry.data.roles.includes(id)).map(toPageRef),
  }));
  return pages.toSorted(byLevel);
}

export type QuestionPage = ReturnType<typeof questionPages>[number];

type Leveled = { readonly title: string; readonly data: { readonly level: Level } };

/** From the easiest to the hardest, then by title. */
function byLevel(a: Leveled, b: Leveled): number {
  return levels.indexOf(a.data.level) - levels.indexOf(b.data.level) || a.title.localeCompare(b.title);
}

const kindTitles = {
  concept: 'Concepts',
  coding: 'Coding',
  'design-challenge': 'Design challenges',
  behavioral: 'Behavioral',
} as const satisfies Record<Question['kind'], string>;

/** All questions by kind, the most asked first, without kinds that have none. */
export function questionGroups(): readonly { readonly title: string; readonly pages: readonly QuestionPage[] }[] {
  const rank = ({ data }: QuestionPage) => frequencies.indexOf(data.frequency);
  const pages = questionPages().toSorted((a, b) => rank(a) - rank(b));
  return Object.entries(kindTitles)
    .map(([kind, title]) => ({ title, pages: pages.filter((page) => page.data.kind === kind) }))
    .filter((group) => group.pages.length > 0);
}

/** The pages of all projects, the easiest first. */
export function projectPages() {
  const { corpus, topic, line, sourceRef } = getContent();
  return corpus.project
    .map((entry) => ({
      ...toPageRef(entry),
      data: entry.data,
      tests: readProjectTests(entry.id, { files: entry.example, kit: corpus.projectKit }),
      topics: entry.data.topics.map(topic),
      // Roadmaps that it proves.
      lines: corpus.roadmap.filter(({ data }) => data.capstone === entry.id).map(({ id }) => line(id)),
      // What documents call it.
      namedIn: entry.data.namedIn.map(({ text, note, source }) => ({
        words: note ? `${text}, ${note}` : text,
        source: sourceRef(source),
      })),
    }))
    .toSorted(byLevel);
}

/** The pages of all comparisons. */
export function comparisonPages(): readonly ComparisonPage[] {
  return getContent().corpus.comparison.map(toComparison);
}

export type ComparisonPage = ReturnType<typeof toComparison>;

function toComparison(entry: Entry<'comparison'>) {
  const { topic, line, sourceRef } = getContent();
  const { rows } = entry.data;
  // Columns in which most rows have no word come last: a phone shows the first ones.
  const isSparse = ({ id }: { id: string }) => rows.filter(({ cells }) => cells[id]).length * 2 < rows.length;
  const columns = entry.data.columns.toSorted((a, b) => Number(isSparse(a)) - Number(isSparse(b)));
  return {
    ...toPageRef(entry),
    data: entry.data,
    columns: columns.map(({ id, label, source, order = [] }) => ({
      id,
      label,
      source: source === undefined ? undefined : sourceRef(source),
      order,
    })),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      address: row.roadmap ? line(row.roadmap).address : row.topic ? topic(row.topic).address : undefined,
      cells: columns.map((column) => row.cells[column.id]),
    })),
  };
}
