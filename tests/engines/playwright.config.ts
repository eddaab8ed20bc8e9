import { defineConfig } from '@playwright/test';
import { type EngineName, findEngines, installs } from '#scripts/find-engines.ts';
import type { EngineOptions } from './engine-test.ts';

const names = Object.keys(installs) as EngineName[];
const engines = await findEngines();
const missing = names.filter((name) => !engines[name]);

// Each worker reads this file again.
if (process.env['TEST_WORKER_INDEX'] === undefined)
  for (const name of missing) console.log(`${name}: skipped, it is not on this machine (${installs[name]})`);

/**
 * The key journeys in each engine of this machine, driven as its maker ships it.
 * Playwright is only what runs the tests.
 */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,

  expect: { timeout: 15_000 },
  projects: names.flatMap((name) => {
    // What is tagged so, tests/e2e has in Chromium.
    const grepInvert = name === 'Chromium' ? /@e2e/u : [];
    return engines[name] ? [{ name, grepInvert, use: { engine: engines[name] } }] : [];
  }),
});
