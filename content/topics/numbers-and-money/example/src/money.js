// #region currencies
const DECIMALS = new Map([
  ['EUR', 2],
  ['HUF', 2],
  ['JPY', 0],
  ['KWD', 3],
]); // from ISO 4217; add the currencies that you accept

export function decimalsOf(currency) {
  const decimals = DECIMALS.get(currency);
  if (decimals === undefined) throw new RangeError(`currency ${currency}?`);
  return decimals;
}
// #endregion currencies

// #region parse
export function parseAmount(text, currency) {
  const decimals = decimalsOf(currency);
  const match = matchText(/^(-?)(\d{1,15})(?:\.(\d+))?$/, text);
  if (!match) throw new SyntaxError(`not an amount: ${text}`);
  const [, sign, whole, fraction = ''] = match;
  if (fraction.length > decimals) {
    throw new RangeError(`${currency} has ${decimals} decimals: ${text}`);
  }
  return BigInt(sign + whole + fraction.padEnd(decimals, '0'));
}

// A number would match, too, and it may have lost digits already.
const matchText = (pattern, text) =>
  typeof text === 'string' ? pattern.exec(text) : null;

export function toText(amount, currency) {
  const decimals = decimalsOf(currency);
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount)
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = decimals > 0 ? `.${digits.slice(point)}` : '';
  return sign + digits.slice(0, point) + fraction;
}
// #endregion parse

// #region format
export function format(amount, currency, locale) {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(toText(amount, currency)); // text: a number would lose digits
}
// #endregion format

// #region multiply
export function multiply(amount, rate, mode) {
  const [numerator, denominator] = toFraction(rate);
  return divide(amount * numerator, denominator, mode);
}

function divide(dividend, divisor, mode) {
  const whole = dividend / divisor; // BigInt division cuts toward zero
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;

  if (mode !== 'half-up' && mode !== 'half-even') {
    throw new RangeError(`rounding ${mode}?`);
  }
  const tieGoesAway = mode === 'half-up' || whole % 2n !== 0n;

  if (twice < divisor) return whole;
  if (twice === divisor && !tieGoesAway) return whole;
  return dividend < 0n ? whole - 1n : whole + 1n;
}

// '0.045' becomes 45/1000
function toFraction(rate) {
  const match = matchText(/^(-?)(\d+)(?:\.(\d+))?$/, rate);
  if (!match) throw new SyntaxError(`not a rate: ${rate}`);
  const [, sign, whole, decimals = ''] = match;
  return [BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length)];
}
// #endregion multiply

// #region convert
export function convert(amount, from, to, rate, mode) {
  const [numerator, denominator] = toFraction(rate);
  const perFrom = 10n ** BigInt(decimalsOf(from));
  const perTo = 10n ** BigInt(decimalsOf(to));
  return divide(amount * numerator * perTo, denominator * perFrom, mode);
}
// #endregion convert

// #region split
export function split(amount, weights) {
  if (amount < 0n) return split(-amount, weights).map((part) => -part);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must not be negative, or all zero');
  }

  const parts = weights.map((weight) => (amount * weight) / total);
  const rests = weights.map((weight) => (amount * weight) % total);
  const largestRestFirst = [...weights.keys()].sort(
    (a, b) => Number(rests[b] - rests[a]) || a - b,
  );
  const left = amount - parts.reduce((sum, part) => sum + part, 0n);
  for (const n of largestRestFirst.slice(0, Number(left))) parts[n] += 1n;
  return parts;
}
// #endregion split
