import list from 'virtual:lab-engines';
import { CodeRunner } from './code-runner.ts';
import { toAddress } from './site-engines.ts';

/** The one runner of a page. */
export const runner = new CodeRunner({ list, toAddress });
