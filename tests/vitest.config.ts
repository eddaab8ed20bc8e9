import { configDefaults, defineConfig } from 'vitest/config';

/** Simulations and other tests that take seconds each run in `npm run test:all`. */
const isLong = process.env['LONG_TESTS'] !== undefined;

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: isLong ? ['tests/unit/**/*.long.test.ts'] : ['tests/{unit,content}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(isLong ? [] : ['**/*.long.test.ts'])],
    passWithNoTests: false,
    // Tests put back what they change, so a worker is started once and not for every file.
    isolate: false,
    maxWorkers: '100%',
    // Some read all content, which a busy machine takes seconds for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
