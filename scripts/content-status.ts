/**
 * Prints how far the second edition is: pages by kind and area, from docs/content-review/second-edition.tsv.
 * Usage: npm run content:status [-- --list] (with --list, every page of Part A that has no yes yet)
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadContent } from '#content/load-content.ts';
import { partA } from './second-edition-topics.ts';

/** One reading of a page by a specialist; the last line of a page counts. */
interface Reading {
  readonly verdict: 'yes' | 'no';
  readonly major: number;
  readonly minor: number;
  readonly rounds: number;
}

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const { corpus } = loadContent(process.cwd());
const readings = readReadings(readFileSync('docs/content-review/second-edition.tsv', 'utf8'));
const topics = corpus.topic.flatMap(({ id, data }) =>
  data.status === 'published'
    ? [{ id, page: `topics/${id}`, kind: data.kind ?? 'first edition', area: data.area }]
    : [],
);
const inPartA = partA(corpus);

printTable('Part A', (id) => inPartA.has(id));
printTable('Other topics', (id) => !inPartA.has(id));
const questions = [...readings].filter(([page]) => page.startsWith('questions/'));
console.log(
  `\nQuestions: ${corpus.question.length}, ${questions.length} read, ${questions.filter(([, { verdict }]) => verdict === 'yes').length} yes`,
);
if (values.list) for (const id of inPartA) if (readings.get(`topics/${id}`)?.verdict !== 'yes') console.log(id);

function printTable(title: string, isIn: (id: string) => boolean): void {
  const mine = topics.filter(({ id }) => isIn(id));
  console.log(`\n${title}: ${describe(mine)}`);
  for (const key of ['kind', 'area'] as const) {
    for (const [name, list] of [...Map.groupBy(mine, (topic) => topic[key])].toSorted())
      console.log(`  ${name.padEnd(22)}${describe(list)}`);
  }
}

function describe(list: typeof topics): string {
  const read = list.flatMap(({ page }) => readings.get(page) ?? []);
  const sum = (key: 'major' | 'minor' | 'rounds') => read.reduce((total, reading) => total + reading[key], 0);
  const yes = read.filter(({ verdict }) => verdict === 'yes').length;
  const rewritten = list.filter(({ kind }) => kind !== 'first edition').length;
  return `${list.length} pages, ${rewritten} rewritten, ${read.length} read, ${yes} yes, ${read.length - yes} no, ${sum('major')} major and ${sum('minor')} minor left, ${sum('rounds')} rounds`;
}

function readReadings(text: string): ReadonlyMap<string, Reading> {
  const rows = text.trim().split('\n').slice(1);
  return new Map(
    rows.map((row, index) => {
      const [page = '', , , verdict = '', major = '', minor = '', rounds = ''] = row.split('\t');
      const numbers = [major, minor, rounds].map(Number);
      if (!/^(?:yes|no)$/u.test(verdict) || numbers.some(Number.isNaN))
        throw new Error(
          `docs/content-review/second-edition.tsv:${index + 2}: expected page, date, best free page, yes or no, major, minor, rounds.`,
        );
      const [majorLeft = 0, minorLeft = 0, roundCount = 0] = numbers;
      return [page, { verdict: verdict as Reading['verdict'], major: majorLeft, minor: minorLeft, rounds: roundCount }];
    }),
  );
}
