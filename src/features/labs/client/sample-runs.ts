import { build, buildButton } from '#lib/browser/build.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import type { Engine, RunResult } from '../runner/protocol.ts';
import { jobOfSample, type RunnableSample } from '../samples/job.ts';
import { CodeField } from './code-field.ts';
import { runner } from './code-runner.ts';
import { endText, loadingText } from './status.ts';

/** Run, Edit and Reset on the samples of a page that the engines can run. */
class SampleRuns extends LiveElement {
  #running: AbortController | undefined;

  protected connected(signal: AbortSignal): void {
    const samples = [...document.querySelectorAll<HTMLElement>('.prose pre:not(:has(.language-output))')];
    const runnable = JSON.parse(this.dataset['samples'] ?? '[]') as readonly RunnableSample[];
    const texts = samples.map(({ textContent }) => textContent);
    const fields = new Map<number, CodeField>();
    const textAt = (at: number) => fields.get(at)?.text ?? texts[at] ?? '';
    signal.addEventListener('abort', () => this.#running?.abort());
    for (const sample of runnable) {
      const code = samples[sample.at];
      if (code) fields.set(sample.at, this.#addTo(code, { sample, textAt, signal }));
    }
  }

  #addTo(
    code: HTMLElement,
    { sample, textAt, signal }: { sample: RunnableSample; textAt: (at: number) => string; signal: AbortSignal },
  ): CodeField {
    const text = code.textContent;
    const holder = build('div', '');
    code.replaceWith(holder);
    holder.append(code);
    const said = build('span', '');
    said.setAttribute('role', 'status');
    const output = build('pre', '');
    output.dataset['sampleOutput'] = '';
    output.tabIndex = 0;
    output.hidden = true;
    const field = new CodeField(holder, text, {
      language: sample.engine,
      label: 'Sample',
      onChange: () => {
        reset.hidden = false;
      },
      onRun: () => void start(),
      onLeave: () => run.focus(),
    });
    const start = () => this.#run({ sample, textAt, said, output, run, field });
    const run = buildButton('Run', start);
    run.dataset['sampleRun'] = '';
    const edit = buildButton('Edit', () => {
      field.listen(signal);
      field.focus();
      edit.hidden = true;
    });
    const reset = buildButton('Reset', () => {
      field.text = text;
      reset.hidden = true;
      run.focus();
    });
    reset.hidden = true;
    const slot = holder.closest('.sample')?.querySelector('[data-sample-tools]');
    if (!slot) throw new Error('A sample needs a [data-sample-tools] for its buttons.');
    slot.append(said, reset, edit, run);
    holder.after(output);
    return field;
  }

  async #run(parts: RunParts): Promise<void> {
    const { sample, textAt, said, output, run, field } = parts;
    if (this.#running) {
      this.#running.abort();
      return;
    }
    const running = new AbortController();
    this.#running = running;
    const say = (text: string) => {
      said.textContent = text;
    };
    run.textContent = 'Stop';
    output.replaceChildren();
    output.hidden = true;
    field.markLine(undefined);
    say('Starting…');
    try {
      const result = await runner.run(jobOfSample(sample, textAt), {
        signal: running.signal,
        onLoading: (progress) => say(loadingText(sample.engine, progress)),
        onStart: () => say('Running…'),
        onOutput: (text) => {
          output.hidden = false;
          output.append(text);
        },
      });
      say(sampleEnd(sample.engine, result));
      field.markLine(result.error?.line);
    } catch (error) {
      say('The engine could not be loaded. Try again when you are online.');
      throw error;
    } finally {
      this.#running = undefined;
      run.textContent = 'Run';
    }
  }
}

interface RunParts {
  readonly sample: RunnableSample;
  readonly textAt: (at: number) => string;
  readonly said: HTMLElement;
  readonly output: HTMLElement;
  readonly run: HTMLButtonElement;
  readonly field: CodeField;
}

/** PostgreSQL prints its errors among the results, and samples show some on purpose. */
const sampleEnd = (engine: Engine, result: RunResult) =>
  engine === 'sql' && result.ending === 'finished' ? endText({ ...result, error: undefined }) : endText(result);

customElements.define('sample-runs', SampleRuns);
