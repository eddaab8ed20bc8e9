// #region deep-freeze
export function deepFreeze(value) {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
// #endregion deep-freeze
