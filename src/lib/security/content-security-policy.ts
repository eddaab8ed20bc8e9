import { createHash } from 'node:crypto';
import { themeScript } from './theme-script.ts';

const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const directives = {
  'default-src': "'none'",
  // Pagefind compiles WebAssembly.
  'script-src': `'self' 'wasm-unsafe-eval' ${hash(themeScript)}`,
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  // The page that the sandbox for code lives in, src/features/labs/sandbox.
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  // The one value that scripts may create: the address of the worker for offline pages, src/features/offline/client/kept-pages.ts.
  'trusted-types': 'wayline-offline',
} as const;

/**
 * The policy of pages in the development server: Vite draws with inline styles, and its overlay writes HTML.
 * Everything else is as on the built site.
 */
export const devPolicy = Object.entries({
  ...directives,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
})
  .filter(([name]) => !name.includes('trusted-types'))
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** The policy of every page, as a `<meta>` carries it. */
export const metaPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** The policy as a response header, which alone can forbid framing. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`;
