import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import type { Plan } from './plan.ts';
import { blockTitle } from './plan-words.ts';
import type { Block } from './schedule.ts';

interface CalendarOptions {
  /** The moment of the export, in milliseconds since 1970: of two files the later one wins. */
  readonly now: number;
  /** Turns an address of the site into a whole one. */
  readonly link: (address: string) => string;
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** SEQUENCE counts seconds from here, so that it grows from file to file and stays within 32 bits until 2094. */
const sequenceStart = Date.UTC(2026, 0, 1);

/**
 * Writes the blocks of a plan as an iCalendar file (RFC 5545), one event each.
 * Times are floating, without a zone: study at 18:00 is at 18:00 wherever the learner is, before and after
 * the clocks change. UIDs hang on the number of the topic and the part, so that a later file updates the events of an earlier one.
 */
export function planCalendar(plan: Plan, options: CalendarOptions): string {
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Wayline//Study plan//EN',
    method: 'PUBLISH',
    name: `Wayline: ${plan.title}`.replaceAll(/[,;\\]/gu, ' '),
    events: plan.blocks.map((block) => eventOf(block, options)),
  });
  return foldLines(withFloatingTimes(text));
}

function eventOf(block: Block, { now, link }: CalendarOptions): IcsEvent {
  const { kind, day, at, halfHours, items, part } = block;
  const [first] = items;
  const start = day * msPerDay + at * msPerMinute;
  const links = items.map(({ title, address }) => `${title}: ${link(address)}`);
  const place = kind !== 'review' && first ? [`${first.roadmap}, ${first.phase}`] : [];
  return {
    uid: `${kind === 'review' ? kind : `${kind}-${first?.number}`}-${part}@plan.wayline`,
    sequence: Math.max(0, Math.floor((now - sequenceStart) / 1000)),
    stamp: { date: new Date(now) },
    start: { date: new Date(start) },
    end: { date: new Date(start + halfHours * 30 * msPerMinute) },
    summary: blockTitle(block),
    description: [...place, ...links].join('\n'),
    url: link(first?.address ?? ''),
    categories: ['Wayline'],
  };
}

/** ts-ics writes times in UTC or of a zone; a time without either is the same without its Z. */
function withFloatingTimes(text: string): string {
  return text.replaceAll(/^(DTSTART|DTEND)((?:;[^:\r\n]*)?:\d{8}T\d{6})Z/gmu, '$1$2');
}

const maxOctets = 75;

const encoder = new TextEncoder();

/**
 * Folds the lines of an iCalendar text at 75 octets, never inside a character (RFC 5545, 3.1).
 * ts-ics folds at 75 characters, which is too long for lines with umlauts and can cut a surrogate pair; its folds are undone first.
 */
function foldLines(text: string): string {
  return text
    .replaceAll(/\r\n[ \t]/gu, '')
    .split('\r\n')
    .map(fold)
    .join('\r\n');
}

function fold(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > maxOctets) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
