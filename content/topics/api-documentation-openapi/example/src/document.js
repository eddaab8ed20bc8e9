import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const path = join(import.meta.dirname, '..', 'openapi.yaml');

/** A fresh copy of the description. */
export const readDocument = () => parse(readFileSync(path, 'utf8'));
