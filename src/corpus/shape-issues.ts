import { z } from 'astro/zod';
import { type Issue, nearest } from '#domain/issue.ts';
import type { FrontMatter } from './yaml.ts';

/** Turns what Zod says of a file into issues for its author. */
export function shapeIssues(
  error: z.ZodError,
  { path, lineOf, schema }: { path: string; lineOf: FrontMatter['lineOf']; schema: z.ZodType | undefined },
): Issue[] {
  return error.issues.map((issue) => {
    const field = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    const at = { code: 'S002', path, field: fieldName(field), line: lineOf(field) };
    if (issue.code !== 'unrecognized_keys') return { ...at, message: `${issue.message}.`, fix: 'Change the value.' };
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    const suggestion = nearest(issue.keys[0] ?? '', schema ? keysOf(schema) : []);
    const fix = suggestion ? `Did you mean "${suggestion}"?` : 'Remove it, or see the keys in src/schemas/.';
    return { ...at, line: lineOf([...field, issue.keys[0] ?? '']), message: `Unknown key ${keys}.`, fix };
  });
}

/** `['prerequisites', 1, 'topic']` as `prerequisites[1].topic`. */
export function fieldName(field: readonly (string | number)[]): string {
  return field.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part)).join('');
}

/** Every property name in a schema, at any depth. */
function keysOf(schema: z.ZodType): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object') for (const name of Object.keys(value as object)) found.add(name);
      visit(value);
    }
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return found;
}
