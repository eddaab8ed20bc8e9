import { firstOf, maxOutput } from './allowance.ts';
import type { CheckResult, RunError, WorkerMessage } from './protocol.ts';

/** Output is sent on when this much has gathered, or this much time has passed. */
const batch = { characters: 4096, milliseconds: 40 };

/** Lets text through up to the limit, and says where it cut. */
function limited(): (text: string) => string {
  let rest = maxOutput;
  return (text) => {
    if (rest < 0) return '';
    const part =
      text.length > rest ? `${firstOf(text, rest)}\n(The output is cut here, after ${maxOutput} characters.)\n` : text;
    rest -= text.length;
    return part;
  };
}

/** Collects what code prints, sends it on in batches, and cuts it at the limit. */
export class Output {
  readonly #send: (text: string) => void;
  readonly #limit = limited();
  #waiting = '';
  #lastSent = 0;
  #captured: { text: string; readonly limit: (text: string) => string } | undefined;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  write(text: string): void {
    if (this.#captured) this.#captured.text += this.#captured.limit(text);
    else this.#show(this.#limit(text));
  }

  /** Captures what is written from now on. The returned function ends that and gives the text. */
  capture(): () => string {
    const captured = { text: '', limit: limited() };
    this.#captured = captured;
    return () => {
      if (this.#captured === captured) this.#captured = undefined;
      return captured.text;
    };
  }

  flush(): void {
    this.#lastSent = performance.now();
    if (this.#waiting === '') return;
    this.#send(this.#waiting);
    this.#waiting = '';
  }

  #show(text: string): void {
    this.#waiting += text;
    const isDue = performance.now() - this.#lastSent > batch.milliseconds;
    if (isDue || this.#waiting.length > batch.characters) this.flush();
  }
}

/** Reports one run of an engine: what it prints, how its checks went, and its end. */
export class RunReport {
  readonly output: Output;
  readonly #post: (message: WorkerMessage) => void;
  #checks = 0;

  constructor(post: (message: WorkerMessage) => void) {
    this.#post = post;
    this.output = new Output((text) => post({ type: 'output', text }));
  }

  start(): void {
    this.#post({ type: 'started' });
  }

  addCheck(result: CheckResult): void {
    this.output.flush();
    this.#post({ type: 'check', index: this.#checks, result });
    this.#checks += 1;
  }

  end({ error, isSpent }: { readonly error: RunError | undefined; readonly isSpent: boolean }): void {
    this.output.flush();
    this.#post({ type: 'done', error, isSpent });
  }

  /** The engine itself broke. */
  breakOff(error: RunError): void {
    this.output.flush();
    this.#post({ type: 'broken', error });
  }
}
