import { z } from 'astro/zod';
import { type Issue, nearest } from './issue.ts';
import type { FrontMatter } from './yaml.ts';

/** Turns what Zod says of a file into issues for its author. */
export function shapeIssues(
  error: z.ZodError,
  { path, lineOf, schema }: { path: string; lineOf: FrontMatter['lineOf']; schema: z.ZodType },
): Issue[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    const at = (place: readonly (string | number)[], message: string, fix: string): Issue => ({
      code: 'S002',
      path,
      field: fieldName(place),
      line: lineOf(place),
      message,
      fix,
    });
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => at([...field, key], `There is no key "${key}".`, suggestKey(key, schema)));
    }
    // Zod has no code of its own for a key that is not there.
    const isMissing = field.length > 0 && issue.message.endsWith('received undefined');
    return [
      isMissing
        ? at(field, 'The key is missing.', 'Add it; src/content/schema/ says what it holds.')
        : at(field, `${issue.message}.`, 'Change the value.'),
    ];
  });
}

function suggestKey(key: string, schema: z.ZodType): string {
  const suggestion = nearest(key, keysOf(schema));
  return suggestion ? `Did you mean "${suggestion}"?` : 'Take it out, or see the keys in src/content/schema/.';
}

/** `['prerequisites', 1, 'topic']` as `prerequisites[1].topic`. */
function fieldName(field: readonly (string | number)[]): string {
  return field.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part)).join('');
}

/** Every property name in a schema, at any depth. */
function keysOf(schema: z.ZodType): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object')
        for (const name of Object.keys(value as object)) found.add(name);
      visit(value);
    }
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return found;
}
