import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from './check.ts';
import { devContent } from './dev-server.ts';
import { formatIssues } from './issue.ts';

/** Checks content: a build stops with all issues at once, the development server shows them and goes on. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, logger, updateConfig }) => {
        const root = fileURLToPath(config.root);
        if (command === 'dev') {
          updateConfig({ vite: { plugins: [devContent(root, logger)] } });
          injectRoute({ pattern: '/drafts/[...path]', entrypoint: './src/pages/_draft.astro' });
        }
        if (command !== 'build') return;
        const { issues } = checkContent(root);
        if (issues.length === 0) return;
        logger.error(`\n\n${formatIssues(issues)}\n`);
        throw new Error(`${issues.length} issues in content/.`);
      },
    },
  };
}
