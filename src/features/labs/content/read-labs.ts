import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsIn } from '#content/anchor.ts';
import type { Issue } from '#content/issue.ts';
import { isDraft } from '#content/read-lists.ts';
import { readPageSearches } from '#content/read-rows.ts';
import { readData } from '#content/shape-issues.ts';
import { parseFrontMatter } from '#content/yaml.ts';
import { type Engine, type Job, mainFiles } from '../runner/protocol.ts';
import { type LabData, lab } from './lab-schema.ts';
import { readChecks } from './read-checks.ts';

/** A plausible wrong solution, and the check that catches it. */
interface WrongSolution {
  readonly file: string;
  readonly code: string;
  readonly fails: string;
  /** What it does wrong, to follow "This looks like code that"; empty where nothing is said. */
  readonly says: string;
  /** How its checks fail, as `signatureOf` has it; undefined where nothing is said. */
  readonly signature: string | undefined;
}

/** A lab as it is in content/labs. */
export interface Lab {
  readonly id: string;
  readonly data: LabData;
  /** What people type who need it. */
  readonly searches: readonly string[];
  /** What the task of a broken system shows: its blocks of plain text. */
  readonly evidence: readonly string[];
  readonly starter: string;
  readonly solution: string;
  /** Files that come with it and can't be changed, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly seed: string | undefined;
  /** As an engine takes them. */
  readonly checks: string;
  readonly checkNames: readonly string[];
  readonly wrong: readonly WrongSolution[];
}

interface LabLanguage {
  readonly ending: string;
  readonly checks: string;
  /** What begins a comment. */
  readonly comment: string;
}

export const labLanguages: Readonly<Record<Engine, LabLanguage>> = {
  js: { ending: 'js', checks: 'checks.js', comment: '//' },
  sql: { ending: 'sql', checks: 'checks.yaml', comment: '--' },
  python: { ending: 'py', checks: 'tests.py', comment: '#' },
};

/** The code of a lab, ready to run: the reader's, or any of the author's. */
export function jobOf({ data, files, seed, checks }: Lab, code: string): Job {
  const main = mainFiles[data.language];
  return { engine: data.language, files: { ...files, [main]: code }, main, checks, seed };
}

/** An issue of a lab: one of its format and of the whole file, unless it says otherwise. */
export const labIssue = (issue: Partial<Issue> & Pick<Issue, 'path' | 'message' | 'fix'>): Issue => ({
  code: 'L001',
  field: '',
  line: 0,
  ...issue,
});

const textAt = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Reads content/labs below the project's root. A lab with an issue is left out and reported. */
export function readLabs(
  root: string,
  only: readonly string[] = [],
): { labs: readonly Lab[]; issues: readonly Issue[] } {
  const folder = join(root, 'content/labs');
  const issues: Issue[] = [];
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const ids = names.filter((item) => item.isDirectory() && (only.length === 0 || only.includes(item.name)));
  for (const id of only.filter((each) => !ids.some(({ name }) => name === each)))
    issues.push(
      labIssue({
        path: `content/labs/${id}`,
        message: 'There is no such lab.',
        fix: 'Give the name of a folder in content/labs.',
      }),
    );
  const signatures = readSignatures(root);
  const labs = ids.flatMap(({ name }) => readLab(root, { id: name, issues, signatures: signatures[name] ?? {} }) ?? []);
  if (only.length === 0) issues.push(...lockIssues(root, { labs, folders: new Set(ids.map(({ name }) => name)) }));
  return { labs, issues };
}

/** Labs that content/ids.lock lacks, and ids in it whose lab is gone: links and stored code name a lab by its id. */
function lockIssues(root: string, { labs, folders }: { labs: readonly Lab[]; folders: ReadonlySet<string> }): Issue[] {
  const path = 'content/ids.lock';
  const text = textAt(join(root, path)) ?? '';
  const locked = new Set([...text.matchAll(/^lab \d+ (\S+)$/gmu)].map(([, id]) => id ?? ''));
  const missing = labs
    .filter(({ id }) => !locked.has(id))
    .map(({ id }) => ({
      path: `content/labs/${id}`,
      message: `"${id}" is not in ${path}.`,
      fix: 'Run `npm run lock:ids` and commit the file.',
    }));
  const gone = [...locked.difference(folders)].map((id) => ({
    path,
    field: `lab ${id}`,
    message: `content/labs/${id} is gone, and links and stored code still name it.`,
    fix: 'Restore it: the id of a lab is permanent.',
  }));
  return [...missing, ...gone].map(labIssue);
}

interface LabContext {
  readonly id: string;
  readonly issues: Issue[];
  /** By file, how the wrong solutions fail. */
  readonly signatures: Readonly<Record<string, string>>;
}

function readLab(root: string, { id, issues, signatures }: LabContext): Lab | undefined {
  const folder = `content/labs/${id}`;
  const before = issues.length;
  const report = (issue: Parameters<typeof labIssue>[0]) => issues.push(labIssue(issue));
  const read = (name: string, fix: string): string => {
    const text = textAt(join(root, folder, name));
    if (text === undefined) report({ path: `${folder}/${name}`, message: 'The file is missing.', fix });
    return text ?? '';
  };
  const path = `${folder}/index.mdx`;
  const task = read('index.mdx', 'Write the task; see docs/labs.md.');
  const data = readFront({ path, text: task }, issues);
  if (!data) return undefined;
  const searchFile = { path: `${folder}/searches.txt`, text: textAt(join(root, folder, 'searches.txt')) ?? '' };
  const searches = readPageSearches(searchFile, { min: 2, max: 16, report: (found) => issues.push(...found) });
  const topic = textAt(join(root, `content/topics/${data.topic}/index.mdx`));
  const anchors = topic === undefined ? [] : anchorsIn(topic);
  if (topic === undefined)
    report({ path, field: 'topic', message: `There is no topic "${data.topic}".`, fix: 'Give the id of a topic.' });
  else if (data.section && !anchors.includes(data.section)) {
    const message = `"${data.section}" is not the anchor of a heading of the topic.`;
    report({ path, field: 'section', message, fix: `Choose one of ${anchors.join(', ')}.` });
  }
  const { ending, checks: checksName, comment } = labLanguages[data.language];
  const starter = read(`starter.${ending}`, 'Add the code that the reader begins with.');
  const solution = read(`solution.${ending}`, 'Add a solution that passes all checks.');
  const checkText = read(checksName, 'Add the checks.');
  const checks = readChecks({ path: `${folder}/${checksName}`, text: checkText }, { language: data.language, report });
  const wrong = readdirSync(join(root, folder))
    .filter((name) => /^wrong-[\w-]+\.\w+$/u.test(name))
    .map((file) => readWrong({ file, code: readFileSync(join(root, folder, file), 'utf8') }, comment))
    .map((each) => ({ ...each, signature: signatures[each.file] }));
  for (const { file, says } of wrong)
    if (says !== '' && !saysForm.test(says))
      report({
        path: `${folder}/${file}`,
        line: 2,
        message: `"${says}" does not go on "This looks like code that …".`,
        fix: 'Write one sentence without backticks, of 20 to 160 characters, in lower case at its start, with a period at its end.',
      });
  for (const { file, fails } of wrong)
    if (checks.names.length > 0 && !checks.names.includes(fails))
      report({
        path: `${folder}/${file}`,
        line: 1,
        message:
          fails === '' ? 'The first line does not name the check that catches it.' : `There is no check "${fails}".`,
        fix: `Begin the file with "${comment} fails: <name of a check>". There are: ${checks.names.join('; ')}.`,
      });
  const least = data.broken ? 3 : 2;
  if (wrong.length < least)
    report({
      path: folder,
      message: `There are ${wrong.length} wrong solutions.`,
      fix: `Add at least ${least} that people really write: wrong-….`,
    });
  const evidence = data.broken ? [...task.matchAll(/^```text\n([\s\S]*?)^```$/gmu)].map(([, text = '']) => text) : [];
  if (data.broken && evidence.length === 0)
    report({
      path,
      message: 'A broken system shows no evidence.',
      fix: 'Copy what the starter prints into a block that begins with ```text.',
    });
  const seed = data.language === 'sql' ? read('seed.sql', 'Add the tables and rows that the script finds.') : undefined;
  if (issues.length > before) return undefined;
  return {
    id,
    data,
    searches: searches.map(({ text }) => text),
    evidence,
    starter,
    solution,
    files: readProvided(join(root, folder, 'files')),
    seed,
    checks: checks.source,
    checkNames: checks.names,
    wrong,
  };
}

function readFront(file: { path: string; text: string }, issues: Issue[]): LabData | undefined {
  if (file.text === '') return undefined;
  const front = parseFrontMatter(file);
  if ('code' in front) {
    issues.push(front);
    return undefined;
  }
  if (isDraft(front.value)) return undefined;
  return readData(front, { path: file.path, schema: lab, report: (found) => issues.push(...found) });
}

/** `sorts the numbers as texts, so that 10 comes before 9.` */
const saysForm = /^[a-z][^`]{18,158}\.$/u;

function readWrong({ file, code }: { file: string; code: string }, comment: string) {
  const line = (index: number, key: string) => {
    const text = code.split('\n')[index] ?? '';
    return text.startsWith(`${comment} ${key}: `) ? text.slice(`${comment} ${key}: `.length).trim() : '';
  };
  return { file, code, fails: line(0, 'fails'), says: line(1, 'says') };
}

/** By lab and file, how those wrong solutions fail that say what they do wrong. Written by `npm run check:labs -- --write`. */
export type Signatures = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const signaturesPath = 'content/lab-signatures.json';

export function readSignatures(root: string): Signatures {
  return JSON.parse(textAt(join(root, signaturesPath)) ?? '{}') as Signatures;
}

function readProvided(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
