import fc from 'fast-check';
import { anyText, tags } from './arbitraries.js';

// #region roundtrip
export const roundTrip = ({ pack, unpack }) =>
  fc.property(tags, (list) => {
    const back = unpack(pack(list));
    return JSON.stringify(back) === JSON.stringify(list);
  });

/** Any text at all: it's either refused, or it's what `pack` would write. */
export const readsOnlyItsOwn = ({ pack, unpack }) =>
  fc.property(anyText, (text) => {
    try {
      return pack(unpack(text)) === text;
    } catch (error) {
      return error instanceof SyntaxError;
    }
  });
// #endregion roundtrip
