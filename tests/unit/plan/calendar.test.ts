import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { planCalendar } from '#features/plan/calendar.ts';
import { dateOf } from '#features/plan/day.ts';
import { makePlan, type Plan } from '#features/plan/plan.ts';
import { blockTitle } from '#features/plan/plan-words.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { forSeeds } from '../../support/random.ts';
import { content, monday, phase, randomContent, randomRequest, request, roadmap, topic } from './plan-content.ts';

const now = Date.UTC(2026, 10, 21, 10, 0, 5);
const link = (address: string) => `https://wayline.example${address}`;
const calendar = (plan: Plan, at = now) => planCalendar(plan, { now: at, link });

const data = content({
  topics: [
    topic('dns', { title: 'Größe, Maße; \\ und „mehr“ 🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆🚆', halfHours: 3 }),
    topic('http', { halfHours: 5 }),
  ],
  roadmaps: [roadmap('web', [phase('first', ['dns', 'http'])], { capstone: 'shop' })],
  projects: [{ id: 'shop', number: 4, title: 'Shop', address: '/projects/shop/', halfHours: 5 }],
});
const plan = (changes: Partial<PlanRequest> = {}) => makePlan(request({ roadmaps: ['web'], ...changes }), data, monday);

interface ReadEvent {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly sequence: number;
}

function readEvents(text: string): ReadEvent[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const { uid, startDate, endDate, summary, sequence } = new ICAL.Event(component);
    expect(startDate.zone.tzid).toBe('floating');
    return { uid, start: startDate.toString().slice(0, 16), end: endDate.toString().slice(0, 16), summary, sequence };
  });
}

const time = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);

describe('the calendar file of a plan', () => {
  it('is read as one event for each block, at its local time', () => {
    forSeeds(20, (random) => {
      const some = randomContent(random);
      const wanted = randomRequest(random, some);
      const made = makePlan({ ...wanted, at: Math.min(wanted.at, 420), week: [2, 3, 4, 5, 6, 7, 8] }, some, monday);
      const events = readEvents(calendar(made));
      expect(events).toEqual(
        made.blocks.map((block, index) => ({
          uid: events[index]?.uid,
          start: `${dateOf(block.day)}T${time(block.at)}`,
          end: `${dateOf(block.day)}T${time(block.at + block.halfHours * 30)}`,
          summary: blockTitle(block),
          sequence: events[index]?.sequence,
        })),
      );
    });
  });

  it('has a UID for each block that stays when the plan changes, and a sequence that grows', () => {
    const before = readEvents(calendar(plan()));
    const after = readEvents(calendar(plan({ start: monday + 14, at: 420 }), now + 60_000));
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(before[0]?.uid).toBe('topic-0-1@plan.wayline');
    for (const [index, event] of after.entries()) expect(event.sequence).toBe((before[index]?.sequence ?? 0) + 60);
  });

  it('keeps text as it is, with commas, umlauts, quotes and pictures', () => {
    const [first] = readEvents(calendar(plan()));
    expect(first?.summary).toContain('Größe, Maße; \\ und „mehr“ 🚆');
  });

  it('ends every line with CRLF, none longer than 75 octets, and splits no character', () => {
    const text = calendar(plan());
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const each of text.split('\r\n')) {
      expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
      expect(each.isWellFormed()).toBe(true);
    }
  });

  it('links each event to its page, and says when it was made in UTC', () => {
    const text = calendar(plan()).replaceAll('\r\n ', '');
    expect(text).toContain('URL:https://wayline.example/topics/dns/');
    expect(text).toContain('URL:https://wayline.example/projects/shop/');
    expect(text).toMatch(/DTSTAMP(;VALUE=DATE-TIME)?:20261121T100005Z/u);
    expect(text).toMatch(/DTSTART(;VALUE=DATE-TIME)?:20261123T180000\r\n/u);
  });

  it('of an empty plan is a calendar without events', () => {
    expect(readEvents(calendar(plan({ roadmaps: [] })))).toEqual([]);
  });
});
