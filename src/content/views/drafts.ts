import { readFileSync } from 'node:fs';
import { loadCorpus } from '../load.ts';

/** What a draft still lacks to be published, a sentence each: `summary: is missing.` Labs are left to `check:labs`. */
export function missingIn(path: string): readonly string[] {
  if (path.startsWith('content/labs/')) return [];
  const text = readFileSync(path, 'utf8').replace(/^status: draft$/mu, 'status: published');
  const { issues } = loadCorpus([{ path, text }], { today: new Date().toISOString().slice(0, 10), lineColors: [] });
  return issues.filter((issue) => issue.path === path).map(({ field, message }) => `${field}: ${message}`);
}
