const mostOctets = 75;

const encoder = new TextEncoder();

/**
 * Folds the lines of an iCalendar text at 75 octets, never inside a character (RFC 5545, 3.1).
 * ts-ics folds at 75 characters, which is too long for lines with umlauts and can cut a surrogate pair; its folds are undone first.
 */
export function foldLines(text: string): string {
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
    if (octets + size > mostOctets) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
