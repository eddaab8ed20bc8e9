import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { type Corpus, entriesFile, entriesOf, entryFields } from './corpus.ts';
import { formatIssues, type Issue } from './issue.ts';
import { checkContent, checkRules } from './lint/index.ts';
import { loadCorpus, loadOptions } from './load.ts';
import { type ContentFile, readFiles } from './read-files.ts';
import { shareCorpus } from './shared-corpus.ts';

/** Checks content: a build stops with all issues at once, the development server shows them and goes on. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, logger, updateConfig }) => {
        const root = fileURLToPath(config.root);
        if (command === 'dev') {
          updateConfig({ vite: { plugins: [devContent(root, logger)] } });
          injectRoute({ pattern: '/drafts/[...path]', entrypoint: './src/pages/_draft.astro' });
        }
        if (command !== 'build') return;
        const { corpus, issues } = checkContent(root);
        if (issues.length > 0) {
          logger.error(`\n\n${formatIssues(issues)}\n`);
          throw new Error(`${issues.length} issues in content/.`);
        }
        shareCorpus(corpus);
        mkdirSync(join(root, '.cache'), { recursive: true });
        writeFileSync(join(root, entriesFile), JSON.stringify(entriesOf(corpus), [...entryFields]));
      },
    },
  };
}

/**
 * Content in the development server: every saved file is checked, its issues are shown in the browser's overlay and in
 * the terminal, and pages are drawn from the last good version of a file until it is good again.
 */
function devContent(root: string, logger: AstroIntegrationLogger): Plugin {
  const options = { ...loadOptions(root), lastGood: (path: string) => committed(root, path) };
  let files: readonly ContentFile[] = readFiles(root, 'content');
  let content = toDevContent(files, undefined, options);
  shareCorpus(content.corpus);

  const update = (server: ViteDevServer, path: string) => {
    const known = files.find((file) => file.path === path)?.text;
    const text = readIfThere(resolve(root, path));
    if (known === text) return;
    files = [...files.filter((file) => file.path !== path), ...(text === undefined ? [] : [{ path, text }])].toSorted(
      (a, b) => (a.path < b.path ? -1 : 1),
    );
    const hadIssues = content.issues.length > 0;
    const shown = content.replaced;
    content = toDevContent(files, content, options);
    shareCorpus(content.corpus);
    for (const file of new Set([...shown.keys(), ...content.replaced.keys()])) forget(server, resolve(root, file));
    if (hadIssues || content.issues.length > 0) tell();
    server.ws.send({ type: 'full-reload' });
  };

  const tell = () => {
    if (content.issues.length === 0) logger.info('No issues in content/.');
    else logger.error(`\n\n${formatIssues(content.issues)}\n`);
  };

  return {
    name: 'wayline:dev-content',
    enforce: 'pre',
    configureServer(server) {
      tell();
      // A page that opens, or opens again after a change, gets the overlay when it is connected.
      server.ws.on('connection', () => {
        if (content.issues.length > 0) server.ws.send(overlay(content.issues, root));
      });
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (file) => {
          const path = relative(root, file).replaceAll('\\', '/');
          if (path.startsWith('content/')) update(server, path);
        });
    },
    load(id) {
      const path = relative(root, id.replace(/\?.*$/u, '')).replaceAll('\\', '/');
      return content.replaced.get(path);
    },
  };
}

/** Makes Vite load a file again, because the version that is shown changed and the one on disk didn't. */
function forget(server: ViteDevServer, file: string): void {
  for (const { moduleGraph } of Object.values(server.environments))
    for (const module of moduleGraph.getModulesByFile(file) ?? []) moduleGraph.invalidateModule(module);
}

/** The message that Vite's overlay shows. */
function overlay(issues: readonly Issue[], root: string) {
  const [first] = issues;
  return {
    type: 'error' as const,
    err: {
      message: formatIssues(issues),
      hint: 'Pages show the last good version of these files. Press Escape to look at them.',
      stack: '',
      plugin: 'content',
      ...(first && { loc: { file: resolve(root, first.path), line: Math.max(1, first.line), column: 0 } }),
    },
  };
}

/** A file as it was last committed; undefined if it never was, and without Git. */
function committed(root: string, path: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `HEAD:${path}`], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Rules that compare every page with every other, or thousands of searches, take longer than an author should wait for a saved change. */
const onlyInCheck: readonly string[] = ['R028', 'R030', 'B014'];

/** Content as the development server shows it: what is on disk, and for files with issues their last good version. */
interface DevContent {
  readonly corpus: Corpus;
  /** What is wrong on disk. */
  readonly issues: readonly Issue[];
  readonly shown: readonly ContentFile[];
  /** Texts shown in place of what is on disk, by path; undefined for a new file that has never been good. */
  readonly replaced: ReadonlyMap<string, string | undefined>;
}

interface DevOptions extends Pick<Corpus, 'today' | 'lineColors'> {
  /** The last good text of a file that had issues when the server started, such as the committed one. */
  readonly lastGood: (path: string) => string | undefined;
}

/**
 * Checks content and replaces each file that has issues with its last good version, so that one bad file never breaks
 * another page.
 * @param before what was shown until now; undefined when the server starts.
 */
function toDevContent(
  files: readonly ContentFile[],
  before: DevContent | undefined,
  { lastGood, ...options }: DevOptions,
): DevContent {
  const check = (shown: readonly ContentFile[]) => {
    const { corpus, issues } = loadCorpus(shown, options);
    return { corpus, shown, issues: [...issues, ...checkRules(corpus, onlyInCheck)] };
  };
  let checked = check(files);
  const { issues } = checked;
  const shownBefore = new Map(before?.shown.map(({ path, text }) => [path, text]));
  const replaced = new Map<string, string | undefined>();
  // An older version of a file may refer to something that has an issue now, so this repeats until nothing is wrong.
  for (let withIssues = pathsOf(issues); withIssues.size > 0; withIssues = pathsOf(checked.issues)) {
    const left = [...withIssues].filter((path) => !replaced.has(path));
    if (left.length === 0) break;
    for (const path of left) replaced.set(path, shownBefore.get(path) ?? lastGood(path));
    const shown = files.flatMap((file) => {
      if (!replaced.has(file.path)) return [file];
      const text = replaced.get(file.path);
      return text === undefined ? [] : [{ path: file.path, text }];
    });
    checked = check(shown);
  }
  return { ...checked, issues, replaced };
}

const pathsOf = (issues: readonly Issue[]) => new Set(issues.map(({ path }) => path));
