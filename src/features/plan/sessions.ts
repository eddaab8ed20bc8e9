import { anchorOf } from '#content/anchor.ts';
import type { OutlinePart } from './plan-data.ts';
import type { Block } from './schedule.ts';

/** What a session is about: a section of a topic, one of its labs, its practice, or a whole page. */
export interface SessionPart {
  readonly title: string;
  readonly address: string;
  readonly kind: 'page' | 'section' | 'lab';
  /** Whether an earlier session was about it, too. */
  readonly isContinued: boolean;
}

/** A session is named after this many sections at most. */
const maxSections = 2;

/** The share of a topic's hours that goes to working through its sections; the rest is for its practice. */
const sectionShare = 0.6;

/** A session is about a section if it has this many minutes of it, or a third of it. */
const sessionMinutes = 20;

/** The section with a topic's practice. */
const practice = 'Practice';

/** Sections that every topic has, so they say the least about a session. */
const common = ['Trade-offs', 'Pitfalls', 'Check yourself'];

/**
 * What a block of study is about. The hours of a topic are divided among its sections and its practice by their length,
 * and its labs by their minutes. A block is named after the sections that take most of it, and every lab in it.
 */
export function sessionParts({ kind, halfHours, from, items }: Block): readonly SessionPart[] {
  const [item] = items;
  if (kind !== 'topic' || !item || item.outline.length === 0)
    return items.map(({ title, address }) => ({
      title,
      address,
      kind: 'page',
      isContinued: from > 0 && kind !== 'review',
    }));
  const [begin, end] = [from * 30, (from + halfHours) * 30];
  let at = 0;
  const here = minutesOf(item.outline, item.halfHours * 30).flatMap(([[title, , lab], minutes], place) => {
    const first = at;
    at += minutes;
    const share = Math.min(at, end) - Math.max(first, begin);
    if (share <= 0.01) return [];
    const enough = Math.min(sessionMinutes, minutes / 3);
    const part: SessionPart = {
      title,
      address: lab ?? `${item.address}#${anchorOf(title)}`,
      kind: lab ? 'lab' : 'section',
      isContinued: begin - first >= enough,
    };
    return [{ part, share, place, isSmall: share < enough || common.includes(title) }];
  });
  const sections = here
    .filter(({ part }) => part.kind === 'section')
    .toSorted((a, b) => Number(a.isSmall) - Number(b.isSmall) || b.share - a.share);
  const telling = sections.filter(({ isSmall }) => !isSmall);
  const named = (telling.length > 0 ? telling : sections).slice(0, maxSections).toSorted((a, b) => a.place - b.place);
  return [...named, ...here.filter(({ part }) => part.kind === 'lab')].map(({ part }) => part);
}

/** The parts of an outline, each with its share of all the minutes. */
function minutesOf(outline: readonly OutlinePart[], all: number): readonly (readonly [OutlinePart, number])[] {
  const sum = (parts: readonly OutlinePart[]) => parts.reduce((total, [, minutes]) => total + minutes, 0);
  const labParts = outline.filter(([, , lab]) => lab !== undefined);
  const sections = outline.filter((part) => !labParts.includes(part));
  const practiceParts = sections.filter(([title]) => title === practice);
  const forLabs = sections.length === 0 ? all : Math.min(sum(labParts), all / 2);
  const share = practiceParts.length === 0 ? 1 : practiceParts.length === sections.length ? 0 : sectionShare;
  const minutes = (part: OutlinePart, group: readonly OutlinePart[], shared: number) => (part[1] / sum(group)) * shared;
  const read = sections.filter((part) => !practiceParts.includes(part));
  return outline.map((part) => {
    if (labParts.includes(part)) return [part, minutes(part, labParts, forLabs)];
    if (read.includes(part)) return [part, minutes(part, read, (all - forLabs) * share)];
    return [part, minutes(part, practiceParts, (all - forLabs) * (1 - share))];
  });
}
