import { parentPort, workerData } from 'node:worker_threads';
import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './built-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How Astro writes markup, and not an error.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'long-title': 'off',
    // Regions that scroll take focus, and custom elements carry roles.
    'no-raw-characters': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    // Anchors come from headings, which may begin with a digit.
    'valid-id': ['error', { relaxed: true }],
  },
});

const errors: string[] = [];
for (const { address, html } of workerData as readonly BuiltPage[]) {
  const report = await validator.validateString(html);
  for (const { messages } of report.results) {
    for (const { line, ruleId, message } of messages) errors.push(`${address}:${line} ${message} (${ruleId})`);
  }
}
parentPort?.postMessage(errors);
