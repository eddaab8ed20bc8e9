import { namesOf } from './first-try.js';

// #region read-names
export async function readNames(chunks, encoding = 'utf-8') {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
  }
  text += decoder.decode(); // throws if the file ends inside a character
  return namesOf(text);
}
// #endregion read-names

// #region match-key
export function matchKey(name) {
  const folded = name.normalize('NFC').toLowerCase().toUpperCase();
  return folded.normalize('NFC');
}

export const matches = (a, b) => matchKey(a) === matchKey(b);
// #endregion match-key

// #region cut
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function cut(text, maxBytes) {
  let bytes = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) return text.slice(0, index);
  }
  return text;
}
// #endregion cut
