// The shape of a page: headings, length, pitfalls, checks, practice.
import { anchorOf } from '../anchor.ts';
import { type Corpus, type Entry, entriesOf, type Heading } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { countWords } from '../prose.ts';
import { sitePagesOf } from '../site-pages.ts';
import { addressOf } from '../url.ts';
import { formatOf } from './page-format.ts';
import { bodyIssue, fieldIssue, listIssue, type Rule, rowIssue } from './rule.ts';
import { statementsOf } from './sources.ts';

const headings: Rule = {
  code: 'B001',
  title: 'A page has the level-2 headings of its kind, all of them and in order.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const format = formatOf(entry);
      const expected = format.headings;
      const all = entry.body.headings.filter(({ depth }) => depth === 2);
      const found = format.isOpen ? all.slice(-expected.length) : all;
      const at = found.findIndex(({ text }, index) => text !== expected[index]);
      if (at === -1 && found.length === expected.length) return [];
      const wrong = found[at === -1 ? found.length : at];
      const wanted = expected[at === -1 ? found.length : at];
      const message = wanted
        ? `Expected the heading "${wanted}"${wrong ? `, found "${wrong.text}"` : ' at the end'}.`
        : `The heading "${wrong?.text}" is not one of this kind of page.`;
      const fix = `The headings ${format.isOpen ? 'at the end ' : ''}are: ${expected.join(' / ')}.`;
      return [bodyIssue(entry, wrong?.line ?? 0, { message, fix })];
    }),
};

const headingLevels: Rule = {
  code: 'B002',
  title: 'Headings are of level 2 or 3, a level 3 follows a level 2, and no two share an anchor.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const anchors = new Set<string>();
      return entry.body.headings.flatMap(({ depth, text, line }, index) => {
        const at = (message: string, fix: string) => bodyIssue(entry, line, { message, fix });
        const isRepeated = anchors.has(anchorOf(text));
        anchors.add(anchorOf(text));
        if (depth === 1 || depth > 3) return [at(`"${text}" is a heading of level ${depth}.`, 'Use level 2 or 3.')];
        if (depth === 3 && index === 0) return [at(`"${text}" jumps to level 3.`, 'Begin with a level 2.')];
        return isRepeated ? [at(`"${text}" is the second heading with its anchor.`, 'Reword one of the two.')] : [];
      });
    }),
};

const wordCount: Rule = {
  code: 'B003',
  title: 'A page has as many words as its kind asks for: enough to be worth reading, few enough to be read.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const range = formatOf(entry).words;
      const count = countWords(entry.body);
      if (count >= range.min && count <= range.max) return [];
      const message = `${count} words of prose; a page of this kind has ${range.min} to ${range.max}.`;
      const fix = count < range.min ? 'Say what is missing.' : 'Cut, or split the page.';
      return [bodyIssue(entry, 0, { message, fix })];
    }),
};

const parts = ['Symptom:', 'Cause:', 'Fix:'];

const pitfalls: Rule = {
  code: 'B004',
  title: 'Each pitfall of a topic is a level-3 heading with symptom, cause and fix, in this order.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const [section, ...names] = headingsOf(entry, 'Pitfalls');
      // A page without pitfalls has no such section.
      if (!section) return [];
      if (names.length === 0) {
        const fix = 'Name one in a level-3 heading, or delete the section.';
        return [bodyIssue(entry, section.line, { message: 'The section names no pitfall.', fix })];
      }
      return names
        .filter(({ text }) => !hasParts(entry, text))
        .map(({ text, line }) => {
          const message = `"${text}" does not have the three items Symptom, Cause, Fix, in this order.`;
          const fix = 'Write a list: `- **Symptom:** …`, `- **Cause:** …`, `- **Fix:** …`.';
          return bodyIssue(entry, line, { message, fix });
        });
    }),
};

/** The heading of a section and those below it. */
function headingsOf(entry: Entry, section: string): Heading[] {
  const { headings } = entry.body;
  const start = headings.findIndex(({ depth, text }) => depth === 2 && text === section);
  const end = headings.findIndex(({ depth }, index) => index > start && depth === 2);
  return start === -1 ? [] : headings.slice(start, end === -1 ? undefined : end);
}

function hasParts(entry: Entry, name: string): boolean {
  const found = entry.body.passages
    .filter(({ section, subsection }) => section === 'Pitfalls' && subsection === name)
    .flatMap(({ text }) => parts.filter((part) => text.startsWith(part)));
  return found.join() === parts.join();
}

const selfChecks: Rule = {
  code: 'B005',
  title:
    'A topic ends with three to eight checks, each with a question, an answer and the anchor of the passage that holds it.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const checks = entry.body.components.filter(({ name }) => name === 'Check');
      const anchors = entry.body.headings
        .map(({ text }) => anchorOf(text))
        .filter((anchor) => anchor !== 'check-yourself');
      const at = (line: number, message: string, fix: string) => bodyIssue(entry, line, { message, fix });
      const isCountFine = checks.length >= 3 && checks.length <= 8;
      const form = 'Write `ask="…"` and the answer between the tags.';
      return [
        ...(isCountFine ? [] : [at(checks[0]?.line ?? 0, `The page has ${checks.length} checks.`, 'Write 3 to 8.')]),
        ...checks
          .filter(({ attributes, text }) => !attributes['ask'] || text.trim() === '')
          .map(({ line }) => at(line, 'The check lacks a question or an answer.', form)),
        ...checks
          .map(({ line, attributes }) => ({ line, see: attributes['see'] ?? '' }))
          .filter(({ see }) => !anchors.includes(see))
          .map(({ line, see }) =>
            at(line, `see="${see}" leads to no passage of this page.`, `Choose one of ${anchors.join(', ')}.`),
          ),
      ];
    }),
};

const practice: Rule = {
  code: 'B006',
  title: 'The practice of a topic says when it is done.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const [section] = headingsOf(entry, 'Practice');
      // A missing section is reported by B001.
      if (!section || entry.body.passages.some((each) => each.section === 'Practice' && each.text === 'Done when:'))
        return [];
      const message = 'The section "Practice" has no line "Done when:".';
      const fix = 'Add it, and behind it a list of criteria that can be tested.';
      return [bodyIssue(entry, section.line, { message, fix })];
    }),
};

const allowed = ['Check', 'Note'];

const unknownComponent: Rule = {
  code: 'B007',
  title: 'Authors use the components of the content guide, and nothing else.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => [
      ...entry.body.components
        .filter(({ name }) => !allowed.includes(name))
        .map(({ name, line }) => {
          const message = `<${name}> is not a component for authors.`;
          return bodyIssue(entry, line, { message, fix: `Use ${allowed.join(' or ')}, or Markdown.` });
        }),
      ...entry.body.foreign.map(({ text, line }) => {
        const message = `"${text.slice(0, 40)}" is HTML, an import, an expression or the alignment of a table.`;
        return bodyIssue(entry, line, { message, fix: 'Use Markdown without alignment; put code into backticks.' });
      }),
    ]),
};

/** Pages that text may link to. A lead shows the title of its page, so it needs one that the search knows by title. */
const untitled = ['/', '/search/'];

const brokenLink: Rule = {
  code: 'B009',
  title: 'A link inside the site leads to a page, and a link inside a page to a heading.',
  check: (corpus) => {
    const titled = titledAddresses(corpus);
    const known = new Set([...titled, ...untitled]);
    const pageOf = (url: string) => url.replace(/#.*$/u, '');
    const tell = (url: string) => {
      const suggestion = nearest(url, titled);
      const fix = suggestion
        ? `Did you mean ${suggestion}?`
        : 'Inside the site write /topics/<id>/, outside an https address.';
      return { message: `${url} leads nowhere.`, fix };
    };
    const inPages = entriesOf(corpus).flatMap((entry) => {
      const anchors = entry.body.headings.map(({ text }) => `#${anchorOf(text)}`);
      return entry.body.links
        .filter(({ url }) => !url.startsWith('https://') && !known.has(pageOf(url)) && !anchors.includes(url))
        .map(({ url, line }) => bodyIssue(entry, line, tell(url)));
    });
    const inGoals = corpus.goals.flatMap(({ id, leads }) =>
      leads
        .filter((url) => !titled.has(pageOf(url)))
        .map((url) => listIssue({ list: 'goals', id }, 'leads', tell(url))),
    );
    const inSearches = corpus.searches.flatMap(({ addresses, line }) =>
      addresses.filter((url) => !known.has(url)).map((url) => rowIssue('content/searches.tsv', line, tell(url))),
    );
    const inSources = statementsOf(corpus).flatMap(({ source, statement, place }) =>
      statement.pages
        .filter((url) => !titled.has(pageOf(url)))
        .map((url) => fieldIssue(source, [...place, 'pages'], tell(url))),
    );
    return [...inPages, ...inGoals, ...inSearches, ...inSources];
  },
};

function titledAddresses(corpus: Corpus): ReadonlySet<string> {
  const entries = [...entriesOf(corpus), ...corpus.unread].map(({ kind, id }) => addressOf(kind, id));
  return new Set([...sitePagesOf(corpus).map(({ address }) => address), ...entries]);
}

export const bodyRules: readonly Rule[] = [
  headings,
  headingLevels,
  wordCount,
  pitfalls,
  selfChecks,
  practice,
  unknownComponent,
  brokenLink,
];
