/** `5.5` as "5.5 h", and `{ min: 5, max: 8 }` as "5–8 h". */
export function hoursText(hours: number | { readonly min: number; readonly max: number }): string {
  const { min, max } = typeof hours === 'number' ? { min: hours, max: hours } : hours;
  return min === max ? `${min} h` : `${min}–${max} h`;
}

/** "1 stop", "3 stops". */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** First letter in upper case: "Intermediate". */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}

/**
 * Writes dates in American English by one format, which is made when the first date is written: making it takes a phone
 * longer than all the rest of a page's script.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => {
    format ??= new Intl.DateTimeFormat('en-US', options);
    return format.format(date);
  };
}

const writeDay = dateFormat({ dateStyle: 'long', timeZone: 'UTC' });
const writeMonth = dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-21` as "November 21, 2026". */
export function dateText(date: string): string {
  return writeDay(new Date(`${date}T00:00:00Z`));
}

/** `2026-11-21` as "Nov 2026". */
export function monthText(date: string): string {
  return writeMonth(new Date(`${date}T00:00:00Z`));
}
