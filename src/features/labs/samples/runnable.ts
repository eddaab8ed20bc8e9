import type { Sample } from '#content/corpus.ts';
import type { Engine } from '../runner/protocol.ts';
import type { RunnableSample } from './job.ts';
import { obstacleInPython } from './python-obstacle.ts';
import { obstacleInJs } from './unsupported-js.ts';

/** Whether a sample runs in the page, and why not. */
export type Verdict =
  | { readonly sample: Sample; readonly runs: RunnableSample }
  | { readonly sample: Sample; readonly reason: string };

const engineOf: Readonly<Record<string, Engine>> = { js: 'js', javascript: 'js', sql: 'sql', python: 'python' };

/** Looks at the samples of one page that could run by their language; others have no verdict. */
export function verdictsOf(samples: readonly Sample[]): readonly Verdict[] {
  const listed = samples.filter(({ language }) => language !== 'mermaid');
  return listed.flatMap((sample, at): Verdict[] => {
    const engine = engineOf[sample.language];
    if (!engine || isOnlyShown(sample)) return [];
    const files = filesAbove(listed, at);
    const codes = Object.fromEntries(Object.entries(files).map(([name, place]) => [name, listed[place]?.code ?? '']));
    const reason = obstacleOf(sample, { engine, files: codes });
    if (reason !== undefined) return [{ sample, reason }];
    const before = engine === 'sql' ? placesOfSql(listed.slice(0, at)) : [];
    return [{ sample, runs: { at, engine, before, files } }];
  });
}

const wordsOf = ({ meta }: Sample) => meta.split(/\s+/u);

const isOnlyShown = (sample: Sample) => wordsOf(sample).some((word) => word === 'fragment' || word === 'setup');

const placesOfSql = (samples: readonly Sample[]) =>
  samples.flatMap((sample, at) => (engineOf[sample.language] === 'sql' && !isOnlyShown(sample) ? [at] : []));

/** The files that samples above are saved as, as `file=log.mjs` behind the fence says. */
function filesAbove(samples: readonly Sample[], at: number): Record<string, number> {
  const saved = samples.slice(0, at).flatMap(({ meta }, place): [string, number][] => {
    const name = /\bfile=["']?([\w.-]+)/u.exec(meta)?.[1];
    return name === undefined ? [] : [[name, place]];
  });
  return Object.fromEntries(saved);
}

function obstacleOf(
  sample: Sample,
  { engine, files }: { engine: Engine; files: Readonly<Record<string, string>> },
): string | undefined {
  if (wordsOf(sample).includes('no-run')) return 'The page says no-run.';
  if (/\bfrom=\S+#/u.test(sample.meta)) return 'It is a part of a file of the example project.';
  const needs = /\bneeds=([\w./,-]+)/u.exec(sample.meta)?.[1];
  if (needs !== undefined) return `It needs ${needs}.`;
  if (engine === 'js') return obstacleInJs(sample.code, files);
  return engine === 'python' ? obstacleInPython(sample.code, files) : undefined;
}
