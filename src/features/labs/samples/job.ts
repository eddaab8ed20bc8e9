import { type Engine, type Job, mainFiles } from '../runner/protocol.ts';

/** A sample of a page that an engine can run. Numbers are places among the page's samples, counted from 0. */
export interface RunnableSample {
  readonly at: number;
  readonly engine: Engine;
  /** SQL samples above it, which share its database and run first. */
  readonly before: readonly number[];
  /** Samples above it that it can import, by the file that they are saved as. */
  readonly files: Readonly<Record<string, number>>;
}

/** What runs, from the texts of the page's samples. */
export function jobOfSample({ at, engine, before, files }: RunnableSample, textAt: (at: number) => string): Job {
  const provided = Object.entries(files).map(([name, place]) => [name, textAt(place)] as const);
  const main = mainFiles[engine];
  return {
    engine,
    files: { ...Object.fromEntries(provided), [main]: textAt(at) },
    main,
    before: before.map(textAt).join('\n;\n'),
    quiet: true,
  };
}
