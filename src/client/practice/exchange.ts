import { toPlain } from '#domain/practice/file.ts';
import { practice } from './store.ts';

/** What the practice room puts into an export file. What a newer version stored goes along untouched, for a newer version to read. */
export function practiceToExport(): unknown {
  const { fault, text, value } = practice;
  return fault === 'future' && text !== undefined ? JSON.parse(text) : toPlain(value);
}
