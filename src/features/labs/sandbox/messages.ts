import type { EngineFiles } from '../engines.ts';
import type { Engine, Job, RunNews, RunResult } from '../runner/protocol.ts';

/** What the page sends into the sandbox. */
export type ToSandbox =
  | { readonly type: 'engine'; readonly engine: Engine; readonly files: EngineFiles<ArrayBuffer> }
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'stop' };

/** What the sandbox answers. */
export type FromSandbox =
  | RunNews
  | { readonly type: 'loaded' }
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'ended'; readonly result: RunResult };
