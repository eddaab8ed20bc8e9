import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,content}/**/*.test.ts'],
    passWithNoTests: false,
    // Tests put back what they change, so a worker is started once and not for every file.
    isolate: false,
    maxWorkers: '100%',
  },
});
