import { defineConfig } from '@playwright/test';
import { findBrowser } from '#scripts/find-browser.ts';
import { base } from './base.ts';

const { path, env } = await findBrowser();
const port = Number(process.env['TEST_PORT'] ?? 4399);

/** Browser tests on the built site, served with the headers that a host would send. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    launchOptions: { executablePath: path, env: { ...(process.env as Record<string, string>), ...env } },
  },
  webServer: {
    command: `npm run -s serve -- --port=${port}`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  },
});
