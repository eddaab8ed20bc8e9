import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

// #region secret
/** A value that doesn't print itself. */
export class Secret {
  #value;

  constructor(value) {
    this.#value = value;
  }

  reveal() {
    return this.#value;
  }

  toString() {
    return '[secret]';
  }

  toJSON() {
    return '[secret]';
  }

  [inspect.custom]() {
    return '[secret]';
  }
}
// #endregion secret

// #region read
/** Reads secrets from a folder that the platform mounts, one file each. */
export function readSecrets(folder, names) {
  const missing = [];
  const read = (name) => {
    try {
      // An editor or `echo` adds a line break; it isn't part of the secret.
      const value = readFileSync(join(folder, name), 'utf8');
      const trimmed = value.replace(/\r?\n$/, '');
      if (trimmed !== '') return new Secret(trimmed);
      missing.push(`${name} is empty`);
    } catch (error) {
      missing.push(`${name}: ${error.code}`);
    }
  };
  const secrets = Object.fromEntries(names.map((name) => [name, read(name)]));
  if (missing.length > 0) {
    throw new Error(`Secrets in ${folder}: ${missing.join(', ')}`);
  }
  return secrets;
}
// #endregion read

/** Reads a JSON file. The error of `JSON.parse` would quote the secret. */
export function readJson(file) {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} isn't valid JSON`);
  }
}
