import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,content}/**/*.test.ts'],
    passWithNoTests: false,
    // Tests put back what they change, so a worker is started once and not for every file.
    isolate: false,
    maxWorkers: '100%',
    // Some read all content, which a busy machine takes seconds for.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
