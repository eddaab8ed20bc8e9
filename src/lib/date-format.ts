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
