import type { Plugin } from 'vite';

/**
 * Leaves each `import()` of browser code as it is. Vite would load the static imports of the part ahead, for which every
 * page carries a list of files and the code that reads it, 1.3 kB after Brotli. Astro sets `modulePreload` itself, so it is
 * changed once the configuration is resolved.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  configResolved({ build, environments }) {
    for (const each of [build, environments['client']?.build]) if (each) Object.assign(each, { modulePreload: false });
  },
  load: {
    filter: { id: /vite\/preload-helper/u },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
