import { defineConfig } from '@playwright/test';
import { type EngineName, findEngines, installs } from '#scripts/find-engines.ts';
import type { EngineOptions } from './engine-test.ts';

const names = Object.keys(installs) as EngineName[];
const engines = await findEngines();
const missing = names.filter((name) => !engines[name]);
if (missing.length > 0)
  throw new Error(`Not on this machine:\n${missing.map((name) => `  ${name}: ${installs[name]}`).join('\n')}\n`);

/** The key journeys in three engines, each driven as its maker ships it. Playwright is only what runs the tests. */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  reporter: [['./table-reporter.ts']],
  timeout: 60_000,
  // Drivers lose a session or a click now and then. A second try is marked in the table.
  retries: 1,
  expect: { timeout: 15_000 },
  projects: names.flatMap((name) => (engines[name] ? [{ name, use: { engine: engines[name] } }] : [])),
});
