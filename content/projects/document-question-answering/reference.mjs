// A solution of Document Question Answering without packages: everything in memory, a search by words, and the stand-in as the model.
import { randomUUID } from 'node:crypto';
import { check, Problem, readBody, serve } from '../serve.mjs';

const documents = new Map();
const questions = new Map();
const asked = new Map();
const stopWords = new Set('which what that with need does from this they the and for who won per are not you'.split(' '));
const flat = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const wordsOf = (text) => [...new Set((text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).filter((word) => word.length >= 3 && !stopWords.has(word)))];
const isCode = (word) => /\d/.test(word) && /\p{L}/u.test(word);

function personOf(bearer) {
  if (bearer === 'test-editor') return { id: bearer, groups: ['technicians', 'sales'], isEditor: true };
  const [, group] = /^test-(technician|sales)-\d+$/.exec(bearer ?? '') ?? [];
  if (!group) throw new Problem(401, 'token', 'The token is missing or wrong');
  return { id: bearer, groups: group === 'sales' ? ['sales', 'technicians'] : ['technicians'] };
}
function needEditor({ bearer }) {
  if (!personOf(bearer).isEditor) throw new Problem(403, 'forbidden', 'Only editors do that');
}
const mayRead = ({ groups }, document) => document.groups.some((group) => groups.includes(group));
function documentOf(context) {
  const document = documents.get(context.params.id);
  if (!document || !mayRead(personOf(context.bearer), document)) throw new Problem(404, 'not-found', 'There is no such document');
  return document;
}

/** The passages of a text: what stands below each heading, with the headings above it. */
function cut(id, version, text) {
  const path = [];
  return text.split(/^(?=#{1,6} )/m).flatMap((part) => {
    const [, marks = '', heading = '', body] = /^(?:(#{1,6}) (.*)\n?)?([\s\S]*)$/.exec(part);
    if (marks) path.splice(marks.length - 1, path.length, heading.trim());
    const place = path.filter(Boolean).join(' > ');
    return body.trim() === '' ? [] : [{ id: `p_${randomUUID().slice(0, 8)}`, document: id, version, path: place, text: body.trim(), words: wordsOf(`${place} ${body}`) }];
  });
}
async function put(context) {
  needEditor(context);
  const { request, params, headers } = context;
  if (!/^text\/(markdown|plain)\b/.test(headers['content-type'] ?? '')) throw new Problem(415, 'media-type', 'The body must be Markdown or text');
  const text = String(await readBody(request));
  check(['body', text.trim() !== '', 'must not be empty']);
  const groups = (headers['x-groups'] ?? '').split(',').map((group) => group.trim());
  const known = documents.get(params.id);
  if (known) known.groups = groups;
  if (known?.text === text) return { body: { id: params.id, version: known.versions.length } };
  const version = (known?.versions.length ?? 0) + 1;
  const passages = cut(params.id, version, text);
  documents.set(params.id, { id: params.id, groups, text, passages, versions: [...(known?.versions ?? []), { version, at: new Date() }] });
  return { status: 202, body: { id: params.id, version } };
}

/** The best passages that a person may read: codes first, then by the words that they have in common with the query. */
function find(person, query, limit = 8) {
  const readable = [...documents.values()].filter((document) => mayRead(person, document)).flatMap(({ passages }) => passages);
  const words = wordsOf(query).filter((word) => !word.startsWith('standin-'));
  const weight = new Map(words.map((word) => [word, Math.log(1 + readable.length / (1 + readable.filter((each) => each.words.includes(word)).length))]));
  const score = (passage) => words.filter((word) => passage.words.includes(word)).reduce((sum, word) => sum + weight.get(word) + (isCode(word) ? 100 : 0), 0);
  const codes = words.filter(isCode);
  return readable
    .map((passage) => ({ passage, score: score(passage) }))
    .filter((each) => each.score > (codes.length > 0 ? 100 : 0))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

/** The model of the tests: it answers with the sentence that has most words in common, and on command behaves badly. */
async function standIn(question, passages) {
  const [habit] = /standin-\w+/.exec(question) ?? [];
  if (habit === 'standin-fail') throw new Error('The model failed');
  if (habit === 'standin-prose') return 'I would say 85 Nm.';
  if (habit === 'standin-obey') return [{ text: 'See http://evil.example', quotes: [{ passage: 'p_310', text: 'see http://evil.example' }] }];
  const words = wordsOf(question);
  const sentences = passages.flatMap(({ id, text }) => text.split(/(?<=\.)\s+/).map((sentence) => ({ passage: id, text: sentence, common: wordsOf(sentence).filter((word) => words.includes(word)).length })));
  const [best] = sentences.filter(({ text }) => !text.includes('http')).sort((a, b) => b.common - a.common);
  if (!best || best.common < 2) return [];
  const { passage, text } = best;
  const habits = {
    'standin-invent': [{ text, quotes: [{ passage, text: `${text} Or so they say.` }] }],
    'standin-number': [{ text: text.replace('85', '95'), quotes: [{ passage, text }] }],
    'standin-bare': [{ text: 'The nuts need a torque.', quotes: [] }],
    'standin-foreign': [{ text, quotes: [{ passage: 'p_foreign', text }] }],
  };
  return habits[habit] ?? [{ text, quotes: [{ passage, text }] }];
}

/** Whether every sentence is proved by quotes of the passages that were sent. */
function isSupported(output, passages) {
  const numbers = (text) => text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return output.every((sentence) => {
    const { text, quotes } = sentence ?? {};
    if (typeof text !== 'string' || !Array.isArray(quotes) || quotes.length === 0) return false;
    const isWordForWord = quotes.every((quote) => {
      const passage = passages.find(({ id }) => id === quote.passage);
      return passage && flat(quote.text).length >= 10 && flat(passage.text).includes(flat(quote.text));
    });
    const quoted = quotes.flatMap((quote) => numbers(quote.text));
    return isWordForWord && numbers(text).every((number) => quoted.includes(number));
  });
}

async function ask(context) {
  const person = personOf(context.bearer);
  const { question } = await context.json();
  check(['question', typeof question === 'string' && question.trim() !== '', 'must not be empty']);
  const recent = (asked.get(person.id) ?? []).filter((at) => at > Date.now() - 3_600_000);
  if (recent.length >= 100) throw new Problem(429, 'too-many', 'Too many questions', { headers: { 'retry-after': '3600' } });
  asked.set(person.id, [...recent, Date.now()]);
  const passages = find(person, question);
  const result = await answer(question, passages);
  const shown = passages.map(({ id, document, version, path }) => ({ id, document, version, path, address: `/documents/${document}#${id}` }));
  const stored = { id: `q_${randomUUID()}`, question, ...result, passages: shown };
  questions.set(stored.id, { person: person.id, stored });
  return { body: stored };
}
async function answer(question, passages) {
  if (passages.length === 0) return { outcome: 'not-found', answer: [] };
  const output = await standIn(question, passages).catch(() => undefined);
  if (!Array.isArray(output)) return { outcome: 'unavailable', answer: [] };
  if (output.length === 0) return { outcome: 'not-found', answer: [] };
  if (!isSupported(output, passages)) return { outcome: 'unsupported', answer: [] };
  return { outcome: 'answered', answer: output };
}
function questionOf({ bearer, params }) {
  const found = questions.get(params.id);
  if (found?.person !== personOf(bearer).id) throw new Problem(404, 'not-found', 'There is no such question');
  return found;
}

serve({
  'PUT /documents/{id}': put,
  'GET /documents/{id}': (context) => {
    const { id, versions } = documentOf(context);
    return { body: { id, versions: versions.map((each) => ({ ...each, searchable: true })) } };
  },
  'DELETE /documents/{id}': (context) => {
    needEditor(context);
    documentOf(context);
    documents.delete(context.params.id);
    return { status: 204 };
  },
  'GET /search': ({ bearer, query }) => {
    const person = personOf(bearer);
    const limit = Number(query.get('limit') ?? 8);
    if (!query.get('q') || !Number.isInteger(limit) || limit < 1) throw new Problem(400, 'query', 'q or limit is not valid');
    return { body: { items: find(person, query.get('q'), limit).map(({ words, ...passage }) => passage) } };
  },
  'POST /questions': ask,
  'GET /questions/{id}': (context) => ({ body: questionOf(context).stored }),
  'POST /questions/{id}/feedback': async (context) => {
    const found = questionOf(context);
    const { verdict, remark } = await context.json();
    check(['verdict', ['right', 'wrong', 'missing'].includes(verdict), 'must be right, wrong or missing']);
    found.feedback = { verdict, remark };
    return { status: 204 };
  },
});
