// The shape of a page: headings, length, pitfalls, checks, practice.
import { anchorOf } from '../anchor.ts';
import { type Entry, entriesOf, type Heading } from '../corpus.ts';
import { countWords } from '../prose.ts';
import { bodyIssue, type Rule } from './rule.ts';

/** How the body of a kind of page is built. */
interface PageFormat {
  /** Level-2 headings, in order: all of them, or those at the end where the others name the subject. */
  readonly headings: readonly string[];
  /** Whether other headings, which name the subject, come before these. */
  readonly isOpen?: boolean;
  /** Words of prose: paragraphs, lists and tables, without code and checks. */
  readonly words: { readonly min: number; readonly max: number };
}

const topic: PageFormat = { headings: ['Practice', 'Check yourself'], isOpen: true, words: { min: 500, max: 2700 } };

/** A topic for someone who starts from nothing, and needs each step. */
const firstSteps: PageFormat = { ...topic, words: { min: 600, max: 3500 } };

const question: PageFormat = {
  headings: ['Short answer', 'Full answer', 'Trade-offs', 'Common wrong answers', 'From junior to senior'],
  words: { min: 300, max: 1100 },
};

const designChallenge: PageFormat = {
  headings: [
    'Requirements and numbers',
    'Interface',
    'Data model',
    'High-level design',
    'Deep dives',
    'Failure and scale',
    'Trade-offs',
    'Common wrong answers',
    'From junior to senior',
  ],
  words: { min: 600, max: 2000 },
};

const formats = {
  roadmap: { headings: ['About this roadmap', 'How to use it'], words: { min: 120, max: 600 } },
  role: {
    headings: ['What the week looks like', 'How the levels differ', 'How to get there'],
    words: { min: 250, max: 1000 },
  },
  project: {
    headings: [
      'Story',
      'Interface',
      'Data model',
      'Milestones',
      'Try it',
      'Common mistakes',
      'Stretch goals',
      'What it proves',
    ],
    words: { min: 400, max: 1600 },
  },
  comparison: { headings: ['How to choose', 'When each is the wrong choice'], words: { min: 250, max: 1200 } },
} as const satisfies Record<string, PageFormat>;

/** The format that an entry has to follow; topics and questions have one for each kind in their front matter. */
function formatOf({ kind, data }: Entry): PageFormat {
  const own = 'kind' in data ? data.kind : undefined;
  if (kind === 'topic') return own === 'first-steps' ? firstSteps : topic;
  if (kind === 'question') return own === 'design-challenge' ? designChallenge : question;
  return formats[kind];
}

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

export const bodyRules: readonly Rule[] = [
  headings,
  headingLevels,
  wordCount,
  pitfalls,
  selfChecks,
  practice,
  unknownComponent,
];
