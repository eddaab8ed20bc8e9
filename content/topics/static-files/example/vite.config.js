import { defineConfig } from 'vite';

export default defineConfig({
  root: 'site',
  build: {
    outDir: '../dist',
    emptyOutDir: false, // the files of older versions stay
    modulePreload: { polyfill: false },
  },
});
