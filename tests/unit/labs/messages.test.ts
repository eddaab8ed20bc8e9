import { afterAll, describe, expect, test } from 'vitest';
import { startNodeWorker } from '#features/labs/content/node-worker.ts';
import { EngineHost } from '#features/labs/runner/host.ts';
import type { Engine } from '#features/labs/runner/protocol.ts';
import { differenceOf } from '#features/labs/runner/sql/checks.ts';

const host = new EngineHost(startNodeWorker);

afterAll(() => host.close());

async function messageOf(engine: Engine, { main, code, checks }: { main: string; code: string; checks: string }) {
  const { checks: results } = await host.run({ engine, files: { [main]: code }, main, checks });
  return results[0]?.message;
}

describe('an error of the reader’s code during a check names the line and what is wrong', () => {
  test('in JavaScript', async () => {
    const code = 'export function total(order) {\n  return order.lines.length;\n}\n';
    const checks = "export default [{ name: 'adds', run({ module }) { module.total({}); } }];";
    expect(await messageOf('js', { main: 'main.js', code, checks })).toBe(
      "Your code stopped at line 2 of main.js: Cannot read properties of undefined (reading 'length') (TypeError)",
    );
  });

  test('in Python', async () => {
    const code = 'def total(order):\n    return order["lines"]\n';
    const checks = 'def test_adds():\n    """adds"""\n    import main\n    main.total({})\n';
    expect(await messageOf('python', { main: 'main.py', code, checks })).toBe(
      "Your code stopped at line 2 of main.py: 'lines' (KeyError)",
    );
  });

  test('in SQL, where PostgreSQL itself breaks down', async () => {
    const code =
      'create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$;\nselect f(1);';
    const { ending, error } = await host.run({ engine: 'sql', files: { 'main.sql': code }, main: 'main.sql' });
    expect({ ending, error }).toMatchObject({ ending: 'crashed', error: { file: 'main.sql', line: 2 } });
    expect(error?.message).toMatch(/^PostgreSQL itself crashed/u);
  });
});

describe('a value that a check could not expect is told in words', () => {
  test.each([
    ['undefined', 'module.make().status', 'What your code returned should have "status", found undefined.'],
    ['null', 'const { status } = module.make()', 'What your code returned should have "status", found null.'],
    ['42', 'const cache = module.make(); cache.set(1)', 'What your code returned should have a function called set.'],
    ['{}', 'const handle = module.make(); handle()', 'What your code returned should be a function.'],
    ['{}', 'const [first] = module.make()', 'What your code returned should be something to loop over.'],
    ['{}', 'module.make().catch(() => {})', 'What your code returned should be a promise.'],
    ['{}', 'module.made()', 'Your file should export a function called made.'],
    ["'oops'", 'JSON.parse(module.make())', /^Your code's answer should be JSON, but it isn't\. \(SyntaxError/u],
  ])('in JavaScript, %s for %s', async (value, act, expected) => {
    const code = `export const make = () => (${value});`;
    const checks = `export default [{ name: 'works', run({ module }) { ${act}; } }];`;
    expect(await messageOf('js', { main: 'main.js', code, checks })).toMatch(expected);
  });

  test.each([
    ['None', 'main.make()["a"]', 'What your code returned should have entries, found None.'],
    ['42', 'main.make().status', 'What your code returned should have status, found int.'],
    ['[1]', 'main.make()["a"]', 'What your code returned should have entries that are found by name, found list.'],
    ['None', 'list(main.make())', 'What your code returned should be something to loop over, found None.'],
    ['[1]', 'a, b = main.make()', 'What your code returned should have 2 parts.'],
    ['42', 'a, b = main.make()', 'What your code returned should have several parts, found int.'],
    ['42', 'main.make()()', 'What your code returned should be a function, found int.'],
    ['42', 'main.made()', 'main.py should define made.'],
  ])('in Python, %s for %s', async (value, act, expected) => {
    const code = `def make():\n    return ${value}\n`;
    const checks = `def test_works():\n    """works"""\n    import main\n    ${act}\n`;
    expect(await messageOf('python', { main: 'main.py', code, checks })).toBe(expected);
  });
});

test.each([
  ['throw Object.create(null);', /^Uncaught: \[Object: null prototype\] \{\}$/u],
  ["throw { name: 'Odd', get message() { throw 1; } };", /^Uncaught: something that cannot be shown$/u],
  ["const e = new Error('round'); e.cause = e; throw e;", /^Error: round \(because of Error: round/u],
])('%s is said at once', async (code, message) => {
  const result = await host.run({ engine: 'js', files: { 'main.js': code }, main: 'main.js' });
  expect(result.ending).toBe('finished');
  expect(result.error?.message).toMatch(message);
});

test('process.nextTick calls what it is given after the code that is running', async () => {
  const code = "process.nextTick(console.log, 'later', 2); console.log('now');";
  let printed = '';
  const onOutput = (text: string) => {
    printed += text;
  };
  await host.run({ engine: 'js', files: { 'main.js': code }, main: 'main.js' }, { onOutput });
  expect(printed).toBe('now\nlater 2\n');
});

test('a row that differs names its columns, and a single value stands alone', () => {
  const result = (names: string[], row: (string | null)[]) => ({
    columns: names.map((name) => ({ name, type: 25 })),
    rows: [row],
    tag: '',
    notices: [],
    error: undefined,
    status: 'I' as const,
  });
  expect(
    differenceOf(result(['tried', 'tried', 'owner'], ['42501', 'allowed', null]), {
      rows: [['42501', '42501', 'ada']],
    }),
  ).toBe('Expected 42501 in column 2 (tried), found allowed. Expected ada in column 3 (owner), found NULL.');
  expect(differenceOf(result(['count'], ['2']), { rows: [['3']] })).toBe('Expected 3, found 2.');
});
