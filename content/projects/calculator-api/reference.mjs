// A solution of the Calculator API without packages.
import { createServer } from 'node:http';

class Problem extends Error {
  constructor(status, type, title, more = {}) {
    super(title);
    this.status = status;
    this.body = { type: `/problems/${type}`, title, status, ...more };
  }
}
const limit = (title) => new Problem(422, 'limit', title);
const invalid = (title, more) => new Problem(422, 'validation', title, more);

// Numbers: fractions in lowest terms with a positive denominator.
const digitsOf = (n) => String(n < 0n ? -n : n).length;
const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));

function fraction(n, d) {
  if (d === 0n) throw new Problem(422, 'division-by-zero', 'Division by zero');
  if (digitsOf(n) > 500 || digitsOf(d) > 500) throw limit('A value would have more than 500 digits');
  const size = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / size, d: d / size };
}

function parseNumber(text) {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw invalid('A number is not a decimal text');
  if (whole.length + decimals.length > 50) throw limit('A number has more than 50 digits');
  return fraction(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
}

function show({ n, d }, digits) {
  const size = (n < 0n ? -n : n) * 10n ** BigInt(digits);
  let whole = size / d;
  const rest = size % d;
  const half = rest * 2n - d;
  if (half > 0n || (half === 0n && whole % 2n === 1n)) whole += 1n;
  const text = String(whole).padStart(digits + 1, '0');
  const decimals = digits ? text.slice(-digits).replace(/0+$/, '') : '';
  const sign = n < 0n && whole !== 0n ? '-' : '';
  return { result: sign + text.slice(0, text.length - digits) + (decimals && `.${decimals}`), exact: rest === 0n };
}

const less = (a, b) => a.n * b.d < b.n * a.d;

function power(a, b) {
  if (b.d !== 1n || b.n > 1000n || b.n < -1000n) throw limit('An exponent is a whole number from -1,000 to 1,000');
  const times = b.n < 0n ? -b.n : b.n;
  const [n, d] = b.n < 0n ? [a.d, a.n] : [a.n, a.d];
  if (d === 0n) return fraction(n, d);
  // The number of digits of the result is known before it is computed, to within one per factor.
  if (BigInt(Math.max(digitsOf(n), digitsOf(d)) - 1) * times > 500n) throw limit('A value would have more than 500 digits');
  return fraction(n ** times, d ** times);
}

const operators = {
  '+': (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d),
  '-': (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d),
  '*': (a, b) => fraction(a.n * b.n, a.d * b.d),
  '/': (a, b) => fraction(a.n * b.d, a.d * b.n),
  '^': power,
};
const operations = { add: '+', subtract: '-', multiply: '*', divide: '/' };
const functions = new Map([
  ['abs', { count: 1, run: (a) => (a.n < 0n ? fraction(-a.n, a.d) : a) }],
  ['min', { count: 2, run: (a, b) => (less(a, b) ? a : b) }],
  ['max', { count: 2, run: (a, b) => (less(a, b) ? b : a) }],
  ['round', { count: 2, run: (a, places) => roundTo(a, places) }],
]);

function roundTo(a, { n, d }) {
  if (d !== 1n || n < 0n || n > 50n) throw invalid('round needs 0 to 50 decimal places');
  return parseLong(show(a, Number(n)).result);
}
function parseLong(text) {
  const [whole, decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Turns text into tokens with their positions; the last one stands for the end. */
function tokens(text) {
  const found = [...text.matchAll(/\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([-+*/^(),]))|\s*(\S)/g)].map(
    ([all, number, name, sign, strange]) => ({ number, name, sign, strange, all }),
  );
  let position = 0;
  const placed = found.map(({ all, ...token }) => {
    const start = position + all.length - all.trimStart().length;
    position += all.length;
    return { ...token, position: start };
  });
  return [...placed, { position: text.trimEnd().length, isEnd: true }];
}

/** A tree of functions from values to a result: one parsing function for each line of the grammar. */
function parse(text) {
  if (typeof text !== 'string') throw invalid('The expression must be text');
  if (text.length > 1000) throw limit('An expression has at most 1,000 characters');
  const list = tokens(text);
  const names = new Set();
  let at = 0;
  let count = 0;
  let depth = 0;
  const fail = (detail) => {
    throw new Problem(422, 'syntax', 'The expression is not valid', { position: list[at].position, detail });
  };
  const take = (...signs) => {
    const { sign } = list[at];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    at += 1;
    return sign;
  };
  const operate = (sign, left, right) => {
    count += 1;
    if (count > 100) throw limit('An expression has at most 100 operators');
    return (values) => operators[sign](left(values), right(values));
  };
  const grouped = (next, ...signs) => {
    let left = next();
    for (let sign = take(...signs); sign; sign = take(...signs)) left = operate(sign, left, next());
    return left;
  };
  const sum = () => grouped(product, '+', '-');
  const product = () => grouped(unary, '*', '/');
  const unary = () => (take('-') ? operate('-', () => fraction(0n, 1n), unary()) : powers());
  const powers = () => {
    const base = primary();
    return take('^') ? operate('^', base, unary()) : base;
  };
  const inParentheses = (read) => {
    depth += 1;
    if (depth > 50) throw limit('Parentheses are at most 50 deep');
    const inside = read();
    if (!take(')')) fail('expected a closing parenthesis');
    depth -= 1;
    return inside;
  };
  const primary = () => {
    const { number, name } = list[at];
    if (take('(')) return inParentheses(sum);
    if (number === undefined && name === undefined) fail('expected a number, a name or an opening parenthesis');
    at += 1;
    if (number !== undefined) {
      const value = parseNumber(number);
      return () => value;
    }
    if (take('(')) return callOf(name);
    names.add(name);
    return (values) => values.get(name);
  };
  const callOf = (name) => {
    const known = functions.get(name);
    if (!known) throw invalid(`There is no function ${name}`);
    const given = inParentheses(() => {
      const list = [sum()];
      while (take(',')) list.push(sum());
      return list;
    });
    if (given.length !== known.count) throw invalid(`${name} needs ${known.count} arguments`, { name, expected: known.count });
    return (values) => known.run(...given.map((argument) => argument(values)));
  };
  const tree = sum();
  if (!list[at].isEnd) fail('expected an operator or the end');
  return { tree, names };
}

function checkDigits(digits) {
  if (!Number.isInteger(digits) || digits < 0 || digits > 50) throw invalid('digits is a whole number from 0 to 50');
}

const textNumber = (value) => {
  if (typeof value !== 'string') throw invalid('A number is given as text');
  return parseNumber(value);
};

function calculate({ expression, variables = {}, digits = 10 }) {
  checkDigits(digits);
  const { tree, names } = parse(expression);
  if (typeof variables !== 'object' || variables === null) throw invalid('Variables are an object');
  const values = new Map(Object.entries(variables).map(([name, value]) => [name, textNumber(value)]));
  const missing = [...names].filter((name) => !values.has(name));
  if (missing.length > 0) throw invalid('Names have no value', { missing });
  return show(tree(values), digits);
}

function operate(name, { a, b, digits = 10 }) {
  if (!Object.hasOwn(operations, name)) throw new Problem(404, 'not-found', 'There is no such operation');
  checkDigits(digits);
  return show(operators[operations[name]](textNumber(a), textNumber(b)), digits);
}

/** Lets other requests have their turn between two expressions. */
async function batch({ calculations }) {
  if (!Array.isArray(calculations) || calculations.length < 1 || calculations.length > 100) throw invalid('A batch has 1 to 100 calculations');
  const results = [];
  for (const each of calculations) {
    try {
      results.push(calculate(each ?? {}));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ problem: error.body });
    }
    await new Promise(setImmediate);
  }
  return { results };
}

async function readJson(request) {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new Problem(415, 'media-type', 'The body must be JSON');
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 500_000) throw new Problem(413, 'too-large', 'The body is too large');
  }
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not valid JSON');
  }
}

async function respond(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const route = `${request.method} ${pathname}`;
  if (route === 'GET /operations')
    return { body: { operators: Object.keys(operators), functions: [...functions].map(([name, { count }]) => ({ name, arguments: count })) } };
  if (route === 'GET /calculations') {
    const body = calculate({ expression: searchParams.get('expression'), digits: Number(searchParams.get('digits') ?? 10) });
    return { body, headers: { 'cache-control': 'public, max-age=86400' } };
  }
  if (route === 'POST /calculations') return { body: calculate(await readJson(request)) };
  if (route === 'POST /calculations/batch') return { body: await batch(await readJson(request)) };
  const [, name] = /^POST \/operations\/(\w+)$/.exec(route) ?? [];
  if (name) return { body: operate(name, await readJson(request)) };
  throw new Problem(404, 'not-found', 'There is no such page');
}

const server = createServer(async (request, response) => {
  const { status = 200, body, headers } = await respond(request).catch((error) => {
    if (error instanceof Problem) return error;
    console.error(error);
    return new Problem(500, 'unexpected', 'Something went wrong');
  });
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${server.address().port}`));
