import { z } from 'astro/zod';
import { type Field, fieldName, type Issue, nearest } from './issue.ts';
import { type Report, searchesPathOf } from './read-rows.ts';
import type { FrontMatter } from './yaml.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

interface Shape<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly report: Report;
}

/** What front matter or a list entry holds; undefined when it doesn't fit its schema, which is reported. */
export function readData<T>(front: FrontMatter, { path, schema, report }: Shape<T>): T | undefined {
  const parsed = schema.safeParse(front.value);
  if (parsed.success) return parsed.data;
  report(shapeIssues(parsed.error, { ...front, path, schema }));
  return undefined;
}

/** Turns Zod's errors into issues for the author: what is wrong, the bounds, and what the key means. */
function shapeIssues(error: z.ZodError, file: FrontMatter & { path: string; schema: z.ZodType }): Issue[] {
  const { path, value, lineOf } = file;
  const schema = z.toJSONSchema(file.schema, { io: 'input', unrepresentable: 'any' });
  return error.issues.flatMap((issue) => {
    const field = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    const at = (place: Field, message: string, fix: string): Issue => ({
      code: 'S002',
      path,
      field: fieldName(place),
      line: lineOf(place),
      message,
      fix,
    });
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        at([...field, key], `There is no key "${key}".`, suggestKey(key, keysOf(schema), path)),
      );
    const meaning = schemasAt(schema, field).find(({ description }) => description)?.description;
    const found = valueAt(value, field);
    const whatItHolds = meaning ? `${fieldName(field)} holds: ${meaning}` : 'src/content/schema/ says what it holds.';
    if (found === undefined && field.length > 0)
      return [at(field, `The key is missing. ${expectedText(issue)}`.trim(), `Add it. ${whatItHolds}`)];
    return [at(field, wrongText(issue, found), [suggestion(issue, found), whatItHolds].filter(Boolean).join(' '))];
  });
}

/** What is wrong with a value that is there. */
function wrongText(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = expectedText(issue);
    if (typeof found === 'string') return `It has ${found.length} characters. ${bound}`;
    if (Array.isArray(found)) return `It has ${found.length} ${found.length === 1 ? 'entry' : 'entries'}. ${bound}`;
    return `It is ${String(found)}. ${bound}`;
  }
  if (issue.code === 'invalid_type') return `It is ${typeName(found)}. ${expectedText(issue)}`;
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union')
    return `${JSON.stringify(found)} is not allowed here. ${expectedText(issue)}`.trim();
  return `${issue.message}.`;
}

/** What Zod expects, as a sentence; empty where its own message says it. */
function expectedText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Allowed: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type') return `Expected ${typeNames[issue.expected] ?? issue.expected}.`;
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return '';
  const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  return issue.code === 'too_small' ? `At least ${issue.minimum}${unit}.` : `At most ${issue.maximum}${unit}.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function typeName(value: unknown): string {
  if (value === null) return 'empty';
  return typeNames[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

function suggestion(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof found !== 'string') return undefined;
  const near = nearest(found, issue.values.map(String));
  return near && `Did you mean "${near}"?`;
}

function suggestKey(key: string, keys: ReadonlySet<string>, path: string): string {
  if (key === 'searches') return `Move them to ${searchesPathOf(path)}, one a line, without quotes.`;
  const near = nearest(key, keys);
  return near ? `Did you mean "${near}"?` : 'Take it out, or see the keys in src/content/schema/.';
}

function valueAt(value: unknown, field: Field): unknown {
  return field.reduce<unknown>(
    (parent, part) =>
      typeof parent === 'object' && parent !== null ? (parent as Record<string | number, unknown>)[part] : undefined,
    value,
  );
}

/** The parts of a schema that a field may have to follow: one for each alternative of a union. */
function schemasAt(schema: JsonSchema, [part, ...rest]: Field): readonly JsonSchema[] {
  if (part === undefined) return [schema];
  const next = typeof part === 'number' ? schema.items : (schema.properties?.[part] ?? schema.additionalProperties);
  const own = isSchema(next) ? schemasAt(next, rest) : [];
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].filter(isSchema);
  return [...own, ...alternatives.flatMap((alternative) => schemasAt(alternative, [part, ...rest]))];
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every property name in a schema, at any depth. */
function keysOf(schema: JsonSchema): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object')
        for (const name of Object.keys(value as object)) found.add(name);
      visit(value);
    }
  };
  visit(schema);
  return found;
}
