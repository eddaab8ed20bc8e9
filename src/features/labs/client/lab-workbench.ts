import { build } from '#lib/browser/build.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { LinePuzzle } from '../line-puzzle.ts';
import type { CheckResult, Engine, Job, RunResult } from '../runner/protocol.ts';
import { CodeField } from './code-field.ts';
import { runner } from './code-runner.ts';
import { HelpLadder } from './help-ladder.ts';
import { KeptCode } from './kept-code.ts';
import { SharedAttempt } from './shared-attempt.ts';
import { endStatus, loadingText, type Status } from './status.ts';
import { hasPassed, helpUsed, keepPassed } from './work-store.ts';

interface LabData {
  /** With the starter as the reader's code. */
  readonly job: Job;
  readonly solution: string;
  readonly puzzle?: LinePuzzle;
  /** What known wrong solutions do, by the signature of their failure. */
  readonly mistakes: Readonly<Record<string, string>>;
  /** The ids of the first steps, where the lab is one of them. */
  readonly steps: readonly string[];
}

/** A lab: the editor, the run, the checks, and what follows. */
class LabWorkbench extends LiveElement {
  #running: AbortController | undefined;
  /** Runs of this visit. */
  #runs = 0;
  #kept: KeptCode | undefined;
  #field: CodeField | undefined;
  #ladder: HelpLadder | undefined;
  #shared: SharedAttempt | undefined;

  /** What the reader has written, and the checks that failed in the last run. */
  get attempt(): { language: string; code: string; failures: string[] } {
    const failed = this.#checks().filter(({ dataset }) => dataset['state'] === 'failed');
    return {
      language: this.dataset['language'] ?? '',
      code: this.#field?.text ?? '',
      failures: failed.map((item) => item.innerText.trim().replaceAll(/\s+/gu, ' ')),
    };
  }

  protected connected(signal: AbortSignal): void {
    signal.addEventListener('abort', () => this.#running?.abort());
    const id = this.dataset['labId'] ?? '';
    const data = JSON.parse(partOf(this, '[data-lab-job]').textContent) as LabData;
    const starter = data.job.files[data.job.main] ?? '';
    const field = this.#openField({ id, starter, data }, signal);
    field.listen(signal);
    this.#field = field;
    const run = () => void this.#run(field, data);
    const ladder = this.#buildLadder(field, { id, data, run, signal });
    this.#ladder = ladder;
    // The page holds these disabled, so that no click is lost while the script is still loading.
    const press = (selector: string, act: () => void) => {
      const button = partOf<HTMLButtonElement>(this, selector);
      button.addEventListener('click', act, { signal });
      button.disabled = false;
    };
    press('[data-lab-run]', run);
    press('[data-lab-stop]', () => this.#running?.abort());
    press('[data-lab-reset]', () => this.#reset(field, starter));
    press('[data-lab-solution]', () => void ladder.compare());
    press('[data-lab-hint]', () => ladder.climb());
    press('[data-lab-share]', () => void this.#shared?.share());
    this.addEventListener(
      'keydown',
      (event) => {
        if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        run();
      },
      { signal },
    );
    if (hasPassed(id) && !isReview()) this.#showPassed(data);
    void this.#shared?.open();
  }

  /** The field with the reader's code, which is stored while it is edited. */
  #openField({ id, starter, data }: { id: string; starter: string; data: LabData }, signal: AbortSignal): CodeField {
    const { main } = data.job;
    const field: CodeField = new CodeField(partOf(this, '[data-lab-editor]'), starter, {
      language: data.job.engine,
      label: `Code of this lab, ${main}`,
      onChange: () => {
        this.#kept?.changed();
        this.#shared?.changed();
        partOf(this, '[data-lab-reset]').textContent = 'Reset';
      },
      onRun: () => void this.#run(field, data),
      onLeave: () => partOf(this, '[data-lab-run]').focus(),
    });
    const kept = new KeptCode(partOf(this, '[data-lab-notice]'), {
      id,
      field,
      starter,
      file: `${id}${main.slice(main.lastIndexOf('.'))}`,
      isReview: isReview(),
      signal,
    });
    if (field.text !== starter) void field.open();
    this.#kept = kept;
    this.#shared = new SharedAttempt(partOf(this, '[data-lab-shared]'), { id, field, kept, signal });
    return field;
  }

  #buildLadder(
    field: CodeField,
    { id, data, run, signal }: { id: string; data: LabData; run: () => void; signal: AbortSignal },
  ): HelpLadder {
    return new HelpLadder(this, {
      id,
      solution: data.solution,
      puzzle: data.puzzle,
      signal,
      code: () => field.text,
      onRun: (program) => {
        this.#replace(field, program, 'Undo');
        partOf(this, '[data-lab-run]').focus();
        run();
      },
      onEmpty: () => {
        this.#replace(field, '', 'Undo');
        this.#say({ state: 'ready', text: 'Now from memory. “Undo” brings your code back.' });
        field.focus();
      },
    });
  }

  async #run(field: CodeField, data: LabData): Promise<void> {
    const { job } = data;
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.#begin(field);
    const output = partOf(this, '[data-lab-output]');
    try {
      const result = await runner.run(
        { ...job, files: { ...job.files, [job.main]: field.text } },
        {
          signal: running.signal,
          onLoading: (progress) => this.#say({ state: 'loading', text: loadingText(job.engine, progress) }),
          onStart: () => this.#say({ state: 'running', text: 'Running…' }),
          onOutput: (text) => {
            partOf(this, '[data-lab-printed]').hidden = false;
            output.append(text);
          },
          onCheck: (index, check) => this.#showCheck(index, check),
        },
      );
      this.#end(field, { result, data });
    } catch (error) {
      this.#say({ state: 'failed', text: failureText(job.engine) });
      throw error;
    } finally {
      this.#running = undefined;
      this.#showStop(false);
    }
  }

  #begin(field: CodeField): void {
    // A program may crash the whole page.
    this.#kept?.save();
    this.#say({ state: 'running', text: 'Starting…' });
    this.#showStop(true);
    field.markLine(undefined);
    partOf(this, '[data-lab-output]').replaceChildren();
    partOf(this, '[data-lab-next]').hidden = true;
    this.#ladder?.hide();
    delete this.dataset['neutral'];
    for (const item of this.#checks()) {
      item.dataset['state'] = 'waiting';
      partOf(item, '[data-message]').hidden = true;
      partOf(item, '[data-said]').textContent = '';
    }
  }

  #end(field: CodeField, { result, data }: { result: RunResult; data: LabData }): void {
    const code = field.text;
    const isFirst = this.#runs === 0 && code === data.job.files[data.job.main];
    const { mistakes } = data;
    const status = endStatus(result, { expected: this.#checks().length, code, isFirst, mistakes });
    const isNeutral = isFirst && result.ending === 'finished' && !result.error;
    this.#runs += 1;
    this.#say(status);
    field.markLine(result.error?.line);
    if (status.state === 'passed' && this.#shared?.isForeign) return;
    if (status.state === 'passed') void this.#pass(data);
    else if (isNeutral) this.dataset['neutral'] = '';
    else if (result.ending !== 'stopped') this.#ladder?.offer();
  }

  async #pass(data: LabData): Promise<void> {
    await keepPassed(this.dataset['labId'] ?? '');
    this.#showPassed(data);
    this.dispatchEvent(new CustomEvent('lab-passed', { bubbles: true }));
  }

  #showCheck(index: number, { passed, message }: CheckResult): void {
    const item = this.#checks()[index];
    if (!item) return;
    item.dataset['state'] = passed ? 'passed' : 'failed';
    partOf(item, '[data-said]').textContent = passed ? ': passed' : ': not yet';
    const text = partOf(item, '[data-message]');
    text.textContent = message;
    text.hidden = passed;
  }

  /** Says how far the reader is and what comes next; the checks keep their marks on later visits. */
  #showPassed({ steps }: LabData): void {
    const done = steps.filter(hasPassed).length;
    const state = this.#runs === 0 ? 'ready' : 'passed';
    this.#say({ state, text: steps.length > 0 ? `Passed. ${done} of ${steps.length} first steps` : 'Passed.' });
    for (const index of this.#checks().keys()) this.#showCheck(index, { name: '', passed: true, message: '' });
    const next = partOf(this, '[data-lab-next]');
    const button = partOf(this, '[data-lab-solution]');
    button.textContent = 'Compare with the solution';
    button.hidden = false;
    next.append(button);
    if (helpUsed(this.dataset['labId'] ?? '') === 'solution') next.append(partOf(this, '[data-lab-again]'));
    next.hidden = false;
  }

  /** Goes back to the starter. The same button undoes that until the reader writes something. */
  #reset(field: CodeField, starter: string): void {
    const { before } = partOf(this, '[data-lab-reset]').dataset;
    const isUndo = before !== undefined && partOf(this, '[data-lab-reset]').textContent !== 'Reset';
    this.#replace(field, isUndo ? before : starter, isUndo ? 'Reset' : 'Undo reset');
    this.#say({ state: 'ready', text: isUndo ? 'Your code is back.' : 'The code is back to how it was at the start.' });
  }

  /** Puts other code into the editor, and keeps what was there for the reset button. */
  #replace(field: CodeField, code: string, label: string): void {
    const button = partOf(this, '[data-lab-reset]');
    button.dataset['before'] = field.text;
    field.text = code;
    this.#kept?.changed();
    this.#kept?.save();
    // Runs after the change of the text, which names the button "Reset".
    button.textContent = label;
  }

  #checks(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-lab-check]')];
  }

  #say({ state, text, raw, mistake }: Status): void {
    const status = partOf(this, '[data-lab-status]');
    status.dataset['state'] = state;
    status.replaceChildren(text);
    if (raw) status.append(' ', build('span', 'lab-raw', raw));
    if (mistake) status.append(' ', build('span', 'block font-normal text-soft', mistake));
  }

  #showStop(isRunning: boolean): void {
    partOf(this, '[data-lab-stop]').hidden = !isRunning;
    partOf<HTMLButtonElement>(this, '[data-lab-run]').setAttribute('aria-disabled', String(isRunning));
  }
}

/** Whether the lab came back for review and begins from the starter. */
const isReview = () => location.hash === '#review';

const failureText = (engine: Engine) =>
  `${engine === 'js' ? 'The runner' : 'The engine'} could not be loaded. Your code is kept; try again when you are online.`;

customElements.define('lab-workbench', LabWorkbench);
