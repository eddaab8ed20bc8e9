import { byTopic, type TopicNotes } from '#features/notes/index.ts';
import { countPractice } from '#features/practice/index.ts';
import { isStageKey, stateOf, states, stateWords } from '#features/progress/index.ts';
import { escapeMarkdown } from '#lib/escape-markdown.ts';
import { countText, dateText } from '#lib/wording.ts';
import type { UserData } from './user-data.ts';

/** What the text needs to know about the site and the date. */
interface Context {
  /** A topic's title and full address; undefined for one that no longer exists. */
  readonly topicOf: (id: string) => { readonly title: string; readonly address: string } | undefined;
  /** One line each: "Backend: 12 of 60 stops done, ≈ 80 h left". */
  readonly lines: readonly string[];
  /** `2026-11-21`. */
  readonly date: string;
  /** The date of a moment where the reader is. */
  readonly dateOf: (moment: number) => string;
}

/** Writes everything that the site stores about a reader as Markdown, to read, print or paste elsewhere. */
export function userDataMarkdown(userData: UserData, context: Context): string {
  const parts = [
    [`# My Wayline, ${dateText(context.date)}`],
    ...markParts(userData, context),
    context.lines.length > 0 ? ['## Lines', context.lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')] : [],
    stagesPart(userData),
    practicePart(userData),
    labsPart(userData),
    notesPart(userData, context),
  ];
  return `${parts.flat().join('\n\n')}\n`;
}

function markParts({ marks }: UserData, context: Context): readonly string[][] {
  return states.map((state) => {
    const own = [...marks].filter(([id]) => stateOf(marks, id) === state && !isStageKey(id));
    const items = own.map(([id, { at }]) => `- ${topicLink(id, context)}, ${dayText(at, context)}`);
    return countedList(stateWords[state], items);
  });
}

/** A heading that says how many items there are, and the items in order; nothing where there are none. */
function countedList(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title} (${items.length})`, items.toSorted().join('\n')];
}

function stagesPart({ marks }: UserData): string[] {
  const passed = [...marks].filter(([id, { state }]) => isStageKey(id) && state === 'done');
  const items = passed.map(([id]) => `- ${id.slice('project-'.length).replaceAll('-', ' ')}`);
  return countedList('Stages of projects passed', items);
}

function practicePart({ practice }: UserData): string[] {
  const { cards, answers } = countPractice(practice);
  if (answers === 0) return [];
  const { length } = practice.interviews;
  const interviews = length > 0 ? `, and ${countText(length, 'mock interview')}` : '';
  return ['## Practice', `${countText(answers, 'answer')} to ${countText(cards, 'card')}${interviews}.`];
}

function labsPart({ labs }: UserData): string[] {
  const passed = [...labs].filter(([, { passedAt }]) => passedAt > 0);
  return countedList(
    'Labs passed',
    passed.map(([id]) => `- ${id.replaceAll('-', ' ')}`),
  );
}

function notesPart({ notes }: UserData, context: Context): string[] {
  const own = byTopic(notes);
  return own.length === 0 ? [] : ['## Notes and links', ...own.flatMap((each) => notesOfTopic(each, context))];
}

function notesOfTopic({ topic, note, links }: TopicNotes, context: Context): string[] {
  const list = links.map(({ address, title }) => `- [${escapeMarkdown(title)}](<${address}>)`);
  return [
    `### ${topicLink(topic, context)}`,
    ...(note ? [quote(note)] : []),
    ...(list.length ? [list.join('\n')] : []),
  ];
}

/** Quotes a note, so that nothing in it can end the quotation or become a heading or list of this text. */
const quote = (text: string) =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');

function topicLink(id: string, { topicOf }: Context): string {
  const topic = topicOf(id);
  return topic
    ? `[${escapeMarkdown(topic.title)}](<${topic.address}>)`
    : `${escapeMarkdown(id)} (no longer on the site)`;
}

/** Marks from a link have the time 0, which isn't a date to show. */
const dayText = (at: number, { dateOf }: Context) => (at === 0 ? 'from a link' : dateText(dateOf(at)));
