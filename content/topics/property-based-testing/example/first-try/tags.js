// #region tags
export const pack = (tags) =>
  tags.map((tag) => tag.replaceAll(',', '\\,')).join(',');

export const unpack = (text) =>
  text.split(/(?<!\\),/).map((tag) => tag.replaceAll('\\,', ','));
// #endregion tags
