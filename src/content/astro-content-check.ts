import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from './check.ts';
import { formatIssues } from './issue.ts';

/** Stops a build on content with issues, before Astro stops at the first bad file, and shows all of them. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build') return;
        const { issues } = checkContent(fileURLToPath(config.root));
        if (issues.length === 0) return;
        logger.error(`\n\n${formatIssues(issues)}\n`);
        throw new Error(`${issues.length} issues in content/.`);
      },
    },
  };
}
