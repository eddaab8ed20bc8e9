import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tokens = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');

/** The light-theme value of a line's color, from src/styles/tokens.css. */
export function lineColor(name: string): string {
  const value = new RegExp(`--line-${name}: light-dark\\((#[0-9a-f]{6})`, 'u').exec(tokens)?.[1];
  if (!value) throw new Error(`There is no line color "${name}" in src/styles/tokens.css.`);
  return value;
}
