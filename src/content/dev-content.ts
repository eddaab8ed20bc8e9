import type { Corpus } from './corpus.ts';
import type { Issue } from './issue.ts';
import { checkRules } from './lint/index.ts';
import { type Loaded, loadCorpus } from './load.ts';
import type { ContentFile } from './read-files.ts';

/** Rules that compare every page with every other take longer than an author should wait for a saved change. */
const onlyInCheck: readonly string[] = ['R030', 'B014'];

/** Content as the development server shows it: what is on disk, and for files with issues their last good version. */
export interface DevContent {
  readonly corpus: Corpus;
  /** What is wrong on disk. */
  readonly issues: readonly Issue[];
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
export function toDevContent(
  files: readonly ContentFile[],
  before: { readonly shown: readonly ContentFile[] } | undefined,
  { lastGood, ...options }: DevOptions,
): DevContent & { readonly shown: readonly ContentFile[] } {
  const issues = check(files, options).issues;
  const shownBefore = new Map(before?.shown.map(({ path, text }) => [path, text]));
  const replaced = new Map<string, string | undefined>();
  let shown = files;
  // A file that goes back may bring a reference to another that is bad, so this is asked until nothing is wrong.
  for (let withIssues = pathsOf(issues); withIssues.size > 0; withIssues = pathsOf(check(shown, options).issues)) {
    const left = [...withIssues].filter((path) => !replaced.has(path));
    if (left.length === 0) break;
    for (const path of left) replaced.set(path, shownBefore.get(path) ?? lastGood(path));
    shown = files.flatMap((file) => {
      if (!replaced.has(file.path)) return [file];
      const text = replaced.get(file.path);
      return text === undefined ? [] : [{ path: file.path, text }];
    });
  }
  return { corpus: loadCorpus(shown, options).corpus, issues, replaced, shown };
}

function check(files: readonly ContentFile[], options: Pick<Corpus, 'today' | 'lineColors'>): Loaded {
  const { corpus, issues } = loadCorpus(files, options);
  return { corpus, issues: [...issues, ...checkRules(corpus, onlyInCheck)] };
}

const pathsOf = (issues: readonly Issue[]) => new Set(issues.map(({ path }) => path));
