// A solution of the Search Autocomplete Service without packages: correct and slow, a plain list that every input goes through.
import { createHash } from 'node:crypto';
import { check, Problem, readBody, serve } from '../serve.mjs';

const stops = new Map();
let version = 1;

const strip = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
const vowels = { ä: 'ae', ö: 'oe', ü: 'ue' };
const spell = (text) => strip(text.normalize('NFC').toLowerCase().replace(/[äöü]/g, (vowel) => vowels[vowel]));

/** The words of a name with their places, each with its two spellings. */
const wordsOf = (name) =>
  [...name.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ from: index, word, spellings: [strip(word), spell(word)] }));
/** How much of a word an input covers: of Zürich, zuer covers three letters. */
function covered({ word, spellings }, input) {
  if (!spellings.some((spelling) => spelling.startsWith(input))) return Math.min(input.length, word.length);
  let length = 1;
  while (![strip, spell].some((form) => form(word.slice(0, length)).startsWith(input))) length += 1;
  return length;
}
const inputWords = (text) => strip(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether one missing, extra, wrong or swapped letter after the first turns one text into the other. */
function isOneEdit(a, b) {
  if (a[0] !== b[0] || a === b) return a === b;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || isSwapped;
}
const isNear = (word, input) => input.length >= 4 && [-1, 0, 1].some((more) => isOneEdit(input, word.slice(0, input.length + more)));
const isPrefix = (word, input) => word.startsWith(input);

/** How a name matches: a word for each input word, no word twice. Undefined when it does not. */
function match(name, inputs, fits) {
  const words = wordsOf(name);
  const used = new Set();
  const marks = [];
  // The longest first: what it leaves over may still fit a shorter one.
  for (const input of inputs.toSorted((a, b) => b.length - a.length)) {
    const word = words.find((each) => !used.has(each) && each.spellings.some((spelling) => fits(spelling, input)));
    if (!word) return undefined;
    used.add(word);
    marks.push({ from: word.from, to: word.from + covered(word, input) });
  }
  const whole = [strip(name), spell(name)].map((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' '));
  const typed = inputs.join(' ');
  const rank = whole.includes(typed) ? 0 : whole.some((text) => text.startsWith(typed)) ? 1 : 2;
  return { rank, marks: marks.sort((a, b) => a.from - b.from) };
}

function find(inputs, fits, corrected) {
  const found = [...stops].flatMap(([id, { names, base }]) => {
    const own = names.flatMap((name) => {
      const matched = match(name, inputs, fits);
      return matched ? [{ id, name, base, corrected, ...matched }] : [];
    });
    return own.sort((a, b) => a.rank - b.rank).slice(0, 1);
  });
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => a.rank - b.rank || b.base - a.base || order(a.name, b.name) || order(a.id, b.id));
}

function suggest({ query, headers }) {
  const q = query.get('q') ?? '';
  const limit = query.get('limit') ?? '5';
  if (q.length > 80 || !/^(?:[1-9]|10)$/.test(limit)) throw new Problem(400, 'query', 'A parameter is not valid');
  const inputs = inputWords(q);
  const exact = inputs.length === 0 ? [] : find(inputs, isPrefix, false);
  const found = exact.length > 0 || inputs.length === 0 ? exact : find(inputs, (word, input) => isPrefix(word, input) || isNear(word, input), true);
  const suggestions = found.slice(0, Number(limit)).map(({ id, name, corrected, marks }) => ({ id, name, corrected, marks }));
  const body = { version: String(version), suggestions };
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}"`;
  const caching = { etag, 'cache-control': 'public, max-age=60' };
  return headers['if-none-match'] === etag ? { status: 304, headers: caching } : { headers: caching, body };
}

function editorOnly({ bearer }) {
  if (bearer !== 'test-editor') throw new Problem(401, 'token', 'The token of an editor is needed');
}

function readStop({ names, base = 0 }) {
  check(
    ['names', Array.isArray(names) && names.length >= 1 && names.length <= 20 && names.every((name) => typeof name === 'string'), 'must be 1 to 20 texts'],
    ['base', typeof base === 'number' && base >= 0, 'must be a number from 0 on'],
  );
  return { names: names.map((name) => name.normalize('NFC')), base };
}

serve({
  'GET /suggest': suggest,
  'GET /ready': () => ({ body: { status: 'ready', version: String(version) } }),
  'POST /selections': async ({ json }) => {
    const { id, q } = await json();
    check(['id', stops.has(id), 'must be a stop'], ['q', typeof q === 'string', 'must be text']);
    return { status: 202 };
  },
  'PUT /stops/{id}': async (context) => {
    editorOnly(context);
    const stop = readStop(await context.json());
    const { id } = context.params;
    const status = stops.has(id) ? 200 : 201;
    stops.set(id, stop);
    version += 1;
    return { status, body: { id, ...stop } };
  },
  'DELETE /stops/{id}': (context) => {
    editorOnly(context);
    if (!stops.delete(context.params.id)) throw new Problem(404, 'not-found', 'There is no such stop');
    version += 1;
    return { status: 204 };
  },
  'POST /imports': async (context) => {
    editorOnly(context);
    if (!context.headers['content-type']?.startsWith('application/x-ndjson')) throw new Problem(415, 'media-type', 'Send application/x-ndjson');
    const lines = String(await readBody(context.request, 100_000_000)).split('\n').filter(Boolean);
    let read;
    try {
      read = lines.map((line) => JSON.parse(line)).map((stop) => [String(stop.id), readStop(stop)]);
    } catch {
      throw new Problem(422, 'import', 'A line is not a stop');
    }
    if (read.length < stops.size * 0.9) throw new Problem(422, 'import', 'The file has too few stops');
    stops.clear();
    for (const [id, stop] of read) stops.set(id, stop);
    version += 1;
    return { status: 202 };
  },
});
