import { type Day, dateOf, dayOf } from './day.ts';
import { type DaysOff, mostHalvesPerDay, type Week } from './request.ts';

/** `1,1,1,1,1,2.5,0` as half hours from Monday to Sunday. What is no number counts as 0, what is too much as 16 hours. */
export function readWeek(text: string): { readonly week: Week; readonly isCut: boolean } {
  const hours = text.split(',').slice(0, 7).map(Number);
  const wanted = Array.from({ length: 7 }, (_, index) => Math.round((hours[index] ?? 0) * 2) || 0);
  const week = wanted.map((halves) => Math.min(Math.max(0, halves), mostHalvesPerDay));
  const isCut = text.split(',').length !== 7 || week.some((halves, index) => halves !== (hours[index] ?? 0) * 2);
  return { week: week as readonly number[] as Week, isCut };
}

export function writeWeek(week: Week): string {
  return week.map((halves) => halves / 2).join(',');
}

/** `2026-12-24..2027-01-02,2027-05-01` as days off, the earliest first; parts that are none are counted as refused. */
export function readDaysOff(text: string): { readonly daysOff: readonly DaysOff[]; readonly refused: number } {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const daysOff = parts.flatMap(readRange).toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { daysOff, refused: parts.length - daysOff.length };
}

function readRange(part: string): DaysOff[] {
  const [first = '', last = first, ...rest] = part.split('..').map((date) => date.trim());
  const [from, to] = [dayOf(first), dayOf(last)];
  return from === undefined || to === undefined || from > to || rest.length > 0 ? [] : [{ from, to }];
}

export function writeDaysOff(daysOff: readonly DaysOff[]): string {
  return daysOff.map(({ from, to }) => (from === to ? dateOf(from) : `${dateOf(from)}..${dateOf(to)}`)).join(',');
}

/** `18:30` as minutes after midnight. */
export function readTime(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

export function writeTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whether a day is in one of the ranges. */
export function isOff(day: Day, daysOff: readonly DaysOff[]): boolean {
  return daysOff.some(({ from, to }) => day >= from && day <= to);
}
