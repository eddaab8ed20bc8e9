import type { Plan } from './plan.ts';
import { blockTitle } from './plan-words.ts';
import type { Block } from './schedule.ts';

interface CalendarOptions {
  /** When the file is made, in milliseconds since 1970: of two files, the later one wins. */
  readonly now: number;
  /** Turns a path on the site into a full URL. */
  readonly link: (address: string) => string;
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** SEQUENCE counts seconds from here, so that it grows from file to file and stays within 32 bits until 2094. */
const sequenceStart = Date.UTC(2026, 0, 1);

/** Writes the blocks of a plan as an iCalendar file (RFC 5545), one event each. */
export function planCalendar(plan: Plan, options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wayline//Study plan//EN',
    'METHOD:PUBLISH',
    // Not every calendar program reads escaped characters in a name.
    `X-WR-CALNAME:Wayline: ${plan.title.replaceAll(/[,;\\]/gu, ' ')}`,
    ...plan.blocks.flatMap((block) => eventLines(block, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/**
 * Times are floating, without a zone: study at 18:00 is at 18:00 wherever the learner is, before and after the clocks change.
 * The UID has the number of the topic and the part, so that a later file updates the events of an earlier one.
 */
function eventLines(block: Block, { now, link }: CalendarOptions): readonly string[] {
  const { kind, day, at, halfHours, items, part } = block;
  const [first] = items;
  const start = day * msPerDay + at * msPerMinute;
  const links = items.map(({ title, address }) => `${title}: ${link(address)}`);
  const place = kind !== 'review' && first ? [`${first.roadmap}, ${first.phase}`] : [];
  return [
    'BEGIN:VEVENT',
    `UID:${kind === 'review' ? kind : `${kind}-${first?.number}`}-${part}@plan.wayline`,
    `SEQUENCE:${Math.max(0, Math.floor((now - sequenceStart) / 1000))}`,
    `DTSTAMP:${writeTime(now)}Z`,
    `DTSTART:${writeTime(start)}`,
    `DTEND:${writeTime(start + halfHours * 30 * msPerMinute)}`,
    `SUMMARY:${escapeText(blockTitle(block))}`,
    `DESCRIPTION:${escapeText([...place, ...links].join('\n'))}`,
    `URL:${link(first?.address ?? '')}`,
    'CATEGORIES:Wayline',
    'END:VEVENT',
  ];
}

/** `20261123T180000` */
const writeTime = (moment: number) => new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '');

const escapeText = (text: string) => text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n');

const maxOctets = 75;

const encoder = new TextEncoder();

/** Breaks a line after at most 75 octets, never inside a character; the next one starts with a space. */
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
