import { fromBase64Url, toBase64Url } from '#lib/base64url.ts';
import { type Mark, type Marks, type State, stateOf, states } from './progress.ts';

/** A topic and its permanent number from content/ids.lock. */
export interface NumberedTopic {
  readonly id: string;
  readonly number: number;
}

const prefix = 'v1.';
const bitsPerTopic = 3;
const maxCharacters = 4000;

/**
 * Writes marks for the fragment of a link: three bits per topic, in order of the topics' numbers, as base64url.
 * Three hundred topics take 150 characters.
 */
export function encodeShared(marks: Marks, topics: readonly NumberedTopic[]): string {
  const marked = topics.filter(({ id }) => stateOf(marks, id) !== 'none');
  const last = Math.max(-1, ...marked.map(({ number }) => number));
  const bytes = new Uint8Array(Math.ceil(((last + 1) * bitsPerTopic) / 8));
  for (const { id, number } of marked) {
    const code = states.indexOf(stateOf(marks, id) as State) + 1;
    for (let bit = 0; bit < bitsPerTopic; bit += 1) {
      const at = number * bitsPerTopic + bit;
      if ((code >> bit) & 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
    }
  }
  return prefix + toBase64Url(bytes);
}

/**
 * Reads what `encodeShared` wrote. Unknown numbers and codes are ignored.
 * @param at the time to give the marks.
 * @returns undefined when the text isn't shared progress at all.
 */
export function decodeShared(text: string, topics: readonly NumberedTopic[], at: number): Marks | undefined {
  if (!text.startsWith(prefix) || text.length > maxCharacters) return undefined;
  const bytes = fromBase64Url(text.slice(prefix.length));
  if (!bytes) return undefined;
  return new Map(
    topics.flatMap(({ id, number }): [string, Mark][] => {
      let code = 0;
      for (let bit = 0; bit < bitsPerTopic; bit += 1) {
        const place = number * bitsPerTopic + bit;
        code |= (((bytes[place >> 3] ?? 0) >> (place & 7)) & 1) << bit;
      }
      const state = states[code - 1];
      return state ? [[id, { state, at }]] : [];
    }),
  );
}
