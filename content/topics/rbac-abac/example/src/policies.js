import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../policies/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');

/** The rules by name; a rule's name is its file's. */
export const staticPolicies = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.cedar'))
    .map((name) => [name.replace('.cedar', ''), read(name)]),
);
export const schema = read('schema.cedarschema');
