// #region period
function isDay(day) {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Days such as '2026-12-05', the first and the last one included. */
export class Period {
  constructor(from, to) {
    if (!isDay(from) || !isDay(to) || from > to) {
      throw new RangeError(`no period: ${from} to ${to}`);
    }
    this.from = from;
    this.to = to;
    Object.freeze(this);
  }

  static assert(value) {
    if (!(value instanceof Period)) throw new TypeError('not a period');
  }

  overlaps(other) {
    return this.from <= other.to && other.from <= this.to;
  }

  equals(other) {
    return this.from === other.from && this.to === other.to;
  }
}
// #endregion period
