import list from 'virtual:lab-engines';
import { CodeRunner } from './code-runner.ts';

/** The one runner of a page. */
export const runner = new CodeRunner({
  list,
  toAddress: (path) => `${import.meta.env.BASE_URL.replace(/\/$/u, '')}/${path}`,
});
