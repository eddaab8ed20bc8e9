import type { Plugin } from 'vite';
import { isShipped, packageOf } from './shipped-works.ts';

/** A step of every build of browser code: it fails over a package that visitors would be sent and the page of licenses lacks. */
export const reportShipped = (): Plugin => ({
  name: 'report-shipped',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const missing = new Set(modules.map(packageOf).filter((name) => name !== undefined && !isShipped(name)));
    if (missing.size > 0)
      this.error(
        `Visitors are sent ${[...missing].join(', ')}, and the page of licenses does not say so. Add it to the list in src/lib/licenses/shipped-works.ts.`,
      );
  },
});
