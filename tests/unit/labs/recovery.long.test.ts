import { afterAll, describe, expect, test } from 'vitest';
import { startNodeWorker } from '#features/labs/content/node-worker.ts';
import { EngineHost } from '#features/labs/runner/host.ts';
import type { RunResult } from '#features/labs/runner/protocol.ts';
import type { Language } from '../../support/lab-programs.ts';
import { probes, spoilers } from '../../support/lab-spoilers.ts';

const main = { js: 'main.js', sql: 'main.sql', python: 'main.py' } as const;
const host = new EngineHost(startNodeWorker);

afterAll(() => host.close());

/** @param limit in milliseconds; a busy machine takes its time for code that ends. */
async function run(engine: Language, code: string, limit = 15_000): Promise<RunResult & { readonly printed: string }> {
  let printed = '';
  const job = { engine, files: { [main[engine]]: code }, main: main[engine], quiet: true };
  const result = await host.run(job, {
    limit,
    onOutput: (text) => {
      printed += text;
    },
  });
  return { ...result, printed };
}

describe.each(Object.keys(spoilers) as Language[])('nothing reaches the next run in %s after', (language) => {
  const { code, printed } = probes[language];

  test('nothing special', async () => {
    expect(await run(language, code)).toMatchObject({ ending: 'finished', error: undefined, printed });
  });

  test.each(Object.entries(spoilers[language]))('%s', async (_, spoiler) => {
    await run(language, spoiler, 1500);
    expect(await run(language, code)).toMatchObject({ ending: 'finished', error: undefined, printed });
  });
});

test('a library that PostgreSQL has loaded in one run can be loaded in the next', async () => {
  const code = "select convert_to('a', 'LATIN1') as letter;";
  const { printed } = await run('sql', code);
  expect(printed).toContain('\\x61');
  expect(await run('sql', code)).toMatchObject({ ending: 'finished', printed });
});
