// Calculator API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test calculator-api.test.mjs
//
// Needs Node.js 22 or later and no package. If your server limits the rate of requests, switch that off for the run.
// Not tested: processor time per expression, turns for other requests during a batch, a body that is too large, that no
// function runs text as code, and the rate limit.
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const calculate = (expression, more = {}) => call('POST', '/calculations', { body: { expression, ...more } });

/** Evaluates an expression and asks for the result as text. */
async function gives(expression, result, { why = '', ...more } = {}) {
  const response = await calculate(expression, more);
  return expect({ ...response, request: `POST /calculations with ${expression}` })
    .status(200, 'for a valid expression')
    .field('result', result, why);
}

/** Evaluates an expression and asks for a problem. */
async function refuses(expression, when, { type, ...more } = {}) {
  const response = await calculate(expression, more);
  const shown = expression.length > 60 ? `${expression.slice(0, 60)}…` : expression;
  const all = expect({ ...response, request: `POST /calculations with ${shown}` }).status(422, when);
  return type ? all.field('type', type) : all;
}

describe('Stage 1: Four operations', () => {
  const operate = (name, body) => call('POST', `/operations/${name}`, { body });

  it('0.1 plus 0.2 is 0.3', async () => {
    expect(await operate('add', { a: '0.1', b: '0.2' })).status(200, 'for two numbers').field('result', '0.3');
  });

  it('subtract takes b from a', async () => {
    expect(await operate('subtract', { a: '1', b: '3' })).status(200, 'for two numbers').field('result', '-2');
  });

  it('multiply is exact beyond what floating point holds', async () => {
    expect(await operate('multiply', { a: '12345678901234567890', b: '98765432109876543210' }))
      .status(200, 'for two numbers')
      .field('result', '1219326311370217952237463801111263526900');
  });

  it('1 divided by 3 to 5 digits is 0.33333, and not exact', async () => {
    expect(await operate('divide', { a: '1', b: '3', digits: 5 }))
      .status(200, 'for two numbers')
      .field('result', '0.33333')
      .field('exact', false, 'because digits were cut off');
  });

  it('division by zero returns 422 with its type', async () => {
    expect(await operate('divide', { a: '1', b: '0' }))
      .status(422, 'for a division by zero')
      .field('type', '/problems/division-by-zero');
  });

  it('an operation that does not exist returns 404', async () => {
    for (const name of ['modulo', 'constructor'])
      expect(await operate(name, { a: '1', b: '2' })).status(404, 'for an unknown operation');
  });

  it('text that is no number, or none at all, returns 422', async () => {
    expect(await operate('add', { a: '1' })).status(422, 'for an operation without b');
    expect(await operate('add', { a: 'ten', b: '1' })).status(422, 'for "ten"');
    expect(await operate('add', { a: '1,5', b: '1' })).status(422, 'for "1,5"');
  });

  it('a JSON number returns 422, because its digits may be lost already', async () => {
    expect(await operate('add', { a: 0.1, b: '1' })).status(422, 'for the JSON number 0.1');
  });

  it('GET /operations names the operators and functions', async () => {
    const response = await call('GET', '/operations');
    expect(response)
      .status(200, 'for the list of operations')
      .that(/abs/u.test(response.text) && /round/u.test(response.text), 'the functions abs and round in the list');
  });
});

describe('Stage 2: Fractions and rounding', () => {
  it('0.1 + 0.2 is 0.3', () => gives('0.1 + 0.2', '0.3'));

  it('1 / 3 * 3 is 1', () => gives('1 / 3 * 3', '1', { why: 'because only the final result is rounded' }));

  it('1 / 4 is exact, 1 / 3 is not', async () => {
    (await gives('1 / 4', '0.25')).field('exact', true);
    (await gives('1 / 3', '0.3333333333')).field('exact', false);
  });

  it('digits says how many decimal places', () => gives('2 / 3', '0.667', { digits: 3 }));

  it('a half is rounded to the even neighbor', async () => {
    await gives('5 / 2', '2', { digits: 0, why: 'because 2 is even' });
    await gives('7 / 2', '4', { digits: 0, why: 'because 4 is even' });
    await gives('1.005', '1', { digits: 2, why: 'because 1.005 lies exactly between 1.00 and 1.01' });
  });

  it('negative results are rounded too', () => gives('-2 / 3', '-0.667', { digits: 3 }));

  it('digits below 0 or above 50 return 422', async () => {
    await refuses('1 / 3', 'for digits: 2.5', { digits: 2.5 });
    await refuses('1 / 3', 'for digits: -1', { digits: -1 });
    await refuses('1 / 3', 'for digits: 51', { digits: 51 });
  });

  it('zero has no sign', () => gives('-1 / 900', '0', { digits: 2, why: 'and not -0' }));

  it('large results have no exponent', () => gives('10 ^ 30', '1000000000000000000000000000000'));

  it('superfluous zeros are left out', () => gives('2.50 + 0.500', '3'));

  it('1.1 ^ 100 is right to 50 digits', () =>
    gives('1.1 ^ 100', '13780.61233982227018411833717208963677626433120003846643', { digits: 50 }));
});

describe('Stage 3: A parser', () => {
  it('multiplication comes before addition', () => gives('2 + 3 * 4', '14'));

  it('parentheses come first', () => gives('(2 + 3) * 4', '20'));

  it('minus and division group to the left', async () => {
    await gives('10 - 4 - 3', '3');
    await gives('8 / 4 / 2', '1');
  });

  it('powers group to the right', () => gives('2 ^ 3 ^ 2', '512'));

  it('a minus sign comes after a power', () => gives('-2 ^ 2', '-4'));

  it('a minus sign may follow an operator', async () => {
    await gives('2 * -3', '-6');
    await gives('1 - -2', '3');
    await gives('- -2', '2');
  });

  it('an exponent may have a minus sign', () => gives('2 ^ -1', '0.5'));

  it('abs, min, max and round are there', async () => {
    await gives('abs(-2.5)', '2.5');
    await gives('min(3, 1)', '1');
    await gives('max(3, 1)', '3');
    await gives('round(2.345, 2) * 10', '23.4', { why: 'because round gives 2.34' });
  });

  it('a syntax error returns 422 with the position', async () => {
    (await refuses('2 + * 3', 'for a syntax error')).field('position', 4, 'because the second operator does not fit');
    (await refuses('2 $ 3', 'for a syntax error')).field('position', 2);
    (await refuses('2 3', 'for two numbers without an operator')).field('position', 2);
    (await refuses('(1))', 'for one parenthesis too many')).field('position', 3);
  });

  it('an expression that ends too early has the position of its end', async () => {
    (await refuses('2 +', 'for a syntax error')).field('position', 3);
    (await refuses('(1', 'for a syntax error')).field('position', 2);
  });

  it('a wrong number of arguments returns 422 with the function and the right number', async () => {
    for (const [expression, name, count] of [['abs(1, 2)', 'abs', /\b(1|one)\b/u], ['min(1)', 'min', /\b(2|two)\b/u]]) {
      const response = await calculate(expression);
      expect({ ...response, request: `POST /calculations with ${expression}` })
        .status(422, 'for a wrong number of arguments')
        .that(response.text.includes(name) && count.test(response.text), 'the function and its number of arguments in the problem');
    }
  });

  it('a function that does not exist returns 422', async () => {
    await refuses('sin(1)', 'for an unknown function');
    await refuses('toString(1)', 'for an unknown function');
  });
});

describe('Stage 4: A budget', () => {
  const limit = { type: '/problems/limit' };

  it('9 ^ 9 ^ 9 is refused at once', async () => {
    const started = performance.now();
    const all = await refuses('9 ^ 9 ^ 9', 'for a result of 369 million digits');
    const seconds = (performance.now() - started) / 1000;
    all.that(seconds < 2, `a response at once; this one took ${seconds.toFixed(1)} s`);
  });

  it('an exponent that is no whole number from -1,000 to 1,000 returns 422', async () => {
    await refuses('2 ^ 0.5', 'for the exponent 0.5', limit);
    await refuses('1 ^ 1001', 'for the exponent 1,001', limit);
  });

  it('1,000 characters are allowed, 1,001 are not', async () => {
    await gives(`1${' '.repeat(999)}`, '1');
    await refuses(`1${' '.repeat(1000)}`, 'for 1,001 characters', limit);
  });

  it('100 operators are allowed, 101 are not', async () => {
    await gives(`1${'+1'.repeat(100)}`, '101');
    await refuses(`1${'+1'.repeat(101)}`, 'for 101 operators', limit);
  });

  it('parentheses may be 50 deep, not 51', async () => {
    const nested = (depth) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    await gives(nested(50), '1');
    await refuses(nested(51), 'for parentheses 51 deep', limit);
  });

  it('a number may have 50 digits, not 51', async () => {
    await gives('9'.repeat(50), '9'.repeat(50));
    await refuses('9'.repeat(51), 'for a number of 51 digits', limit);
  });

  it('a value of more than 500 digits is refused', async () => {
    await refuses('10 ^ 600', 'for a value of 601 digits');
    await refuses('10 ^ 250 * 10 ^ 251', 'for a product of 502 digits');
    await refuses('1 / 10 ^ 250 / 10 ^ 251', 'for a denominator of 502 digits');
    await gives('10 ^ 240 * 10 ^ 240', `1${'0'.repeat(480)}`, { why: 'because 481 digits are allowed' });
  });

  it('0 ^ -1 is a division by zero, and 0 ^ 0 is 1', async () => {
    await refuses('0 ^ -1', 'for zero to a negative power', { type: '/problems/division-by-zero' });
    await gives('0 ^ 0', '1');
  });
});

describe('Stage 5: For many callers', () => {
  it('variables are decimal texts', () =>
    gives('dry * (1 + water / 100)', '2025.8', { variables: { dry: '1250.5', water: '62' }, digits: 1 }));

  it('a variable is a value, not a piece of text', async () => {
    await gives('x ^ 2', '9', { variables: { x: '-3' }, why: 'because the variable x is -3' });
    await gives('a * 2', '3', { variables: { a: '1.5', b: '7' }, why: 'and a variable that is not used does no harm' });
  });

  it('a variable may be named toString', () => gives('toString * 2', '6', { variables: { toString: '3' } }));

  it('all names without a value are listed', async () => {
    const response = await calculate('dry + water + toString', { variables: { dry: '1' } });
    expect(response)
      .status(422, 'for names without a value')
      .that(/water/u.test(response.text) && /toString/u.test(response.text), 'both missing names, water and toString');
  });

  it('a variable that is a JSON number returns 422', () =>
    refuses('dry * 2', 'for the JSON number 0.1', { variables: { dry: 0.1 } }));

  it('variables that are no object get no 500', async () => {
    for (const variables of [null, 'x', 7]) {
      const response = await calculate('dry * 2', { variables });
      expect(response).that([400, 422].includes(response.status), `400 or 422 for ${JSON.stringify(variables)} as variables`);
    }
  });

  it('a division by a variable that is zero returns 422', () =>
    refuses('1 / x', 'for a division by zero', { variables: { x: '0' }, type: '/problems/division-by-zero' }));

  it('GET gives the same answer as POST', async () => {
    const response = await call('GET', `/calculations?expression=${encodeURIComponent('2 + 3 * 4')}`);
    expect(response).status(200, 'for a valid expression').field('result', '14').field('exact', true);
    const rounded = await call('GET', `/calculations?expression=${encodeURIComponent('2 / 3')}&digits=3`);
    expect(rounded).status(200, 'for a valid expression').field('result', '0.667', 'with digits=3').field('exact', false);
    const empty = await call('GET', '/calculations');
    expect(empty).that([400, 422].includes(empty.status), '400 or 422 without an expression');
  });

  it('the answer to GET may be cached for a day', async () => {
    const response = await call('GET', '/calculations?expression=1');
    expect(response).status(200, 'for a valid expression').header('Cache-Control', /max-age=86400\b/, 'to have max-age=86400');
  });

  it('one bad formula spoils no other of a batch', async () => {
    const calculations = [{ expression: '1 / 4' }, { expression: '1 / 0' }, { expression: 'x ^ 10', variables: { x: '2' } }];
    expect(await call('POST', '/calculations/batch', { body: { calculations } }))
      .status(200, 'for a batch with one bad formula')
      .field('results.0.result', '0.25')
      .field('results.1.problem.type', '/problems/division-by-zero')
      .field('results.2.result', '1024');
    const odd = await call('POST', '/calculations/batch', { body: { calculations: [null] } });
    expect(odd).that(odd.status < 500, 'no 500 for null as a calculation');
  });

  it('a batch of none, or of 101, returns 422', async () => {
    const batch = (length) => call('POST', '/calculations/batch', { body: { calculations: Array(length).fill({ expression: '1' }) } });
    expect(await batch(0)).status(422, 'for an empty batch');
    expect(await batch(101)).status(422, 'for 101 calculations');
    expect(await batch(100)).status(200, 'for 100 calculations');
  });

  it('a body that is not JSON returns 400, one that is not announced as JSON 415', async () => {
    const post = (type, body) => call('POST', '/calculations', { headers: { 'content-type': type }, body });
    expect(await post('application/json', '{"expression":')).status(400, 'for a body that is cut off');
    expect(await post('text/plain', '{"expression":"1"}')).status(415, 'for a body of text/plain');
  });
});
