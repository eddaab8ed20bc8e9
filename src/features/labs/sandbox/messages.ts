import type { Engine, Job, RunNews, RunResult } from '../runner/protocol.ts';

/** What the page sends into the sandbox. */
export type ToSandbox =
  | {
      readonly type: 'engine';
      readonly engine: Engine;
      /** The classic script of the worker. */
      readonly script: ArrayBuffer;
      /** WebAssembly programs, and other files. */
      readonly programs: Readonly<Record<string, ArrayBuffer>>;
      readonly files: Readonly<Record<string, ArrayBuffer>>;
    }
  | { readonly type: 'run'; readonly job: Job; readonly limit: number }
  | { readonly type: 'stop' };

/** What the sandbox answers. */
export type FromSandbox =
  | RunNews
  | { readonly type: 'loaded'; readonly engine: Engine }
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'ended'; readonly result: RunResult };
