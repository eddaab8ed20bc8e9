// #region tags
/** Puts tags into one text column: a comma ends each tag. */
export const pack = (tags) =>
  tags.map((tag) => `${tag.replace(/[\\,]/g, '\\$&')},`).join('');

/** Reads what `pack` has written, and refuses everything else. */
export function unpack(text) {
  if (!/^(?:(?:[^\\,]|\\[\\,])*,)*$/.test(text))
    throw new SyntaxError('Not a list of tags');
  const packed = text.match(/(?:[^\\,]|\\[\\,])*,/g) ?? [];
  return packed.map((tag) => tag.slice(0, -1).replace(/\\([\\,])/g, '$1'));
}
// #endregion tags
