import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { CheckResult, Engine, Job, RunResult } from '../runner/protocol.ts';
import { CodeField } from './code-field.ts';
import { KeptCode } from './kept-code.ts';
import { runner } from './runner-of-site.ts';
import { differencePart } from './site-engines.ts';
import { endStatus, loadingText, type Status } from './status.ts';
import { keepHelp, keepPassed, labWork } from './work-store.ts';

/** How many runs have to fail before help is offered. */
const failuresBeforeHelp = 2;

interface LabData {
  /** With the starter as the reader's code. */
  readonly job: Job;
  readonly solution: string;
  /** The ids of the first steps, where the lab is one of them. */
  readonly steps: readonly string[];
}

/** A lab: the editor, the run, the checks, and what follows. */
class LabWorkbench extends HTMLElement {
  #listening = new AbortController();
  #running: AbortController | undefined;
  /** Runs of this visit, and those of them that failed. */
  #runs = 0;
  #failures = 0;
  #kept: KeptCode | undefined;
  #field: CodeField | undefined;

  /** What the reader has written, and what the last run said against it. */
  get attempt(): { language: string; code: string; failures: string[] } {
    const failed = this.#checks().filter(({ dataset }) => dataset['state'] === 'failed');
    return {
      language: this.dataset['language'] ?? '',
      code: this.#field?.text ?? '',
      failures: failed.map((item) => item.innerText.trim().replaceAll(/\s+/gu, ' ')),
    };
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const id = this.dataset['labId'] ?? '';
    const data = JSON.parse(partOf(this, '[data-lab-job]').textContent) as LabData;
    const starter = data.job.files[data.job.main] ?? '';
    const field = this.#openField({ id, starter, data });
    field.listen(signal);
    this.#field = field;
    const run = () => void this.#run(field, data);
    // The page holds these disabled, so that no click is lost while the script is still loading.
    const press = (selector: string, act: () => void) => {
      const button = partOf<HTMLButtonElement>(this, selector);
      button.addEventListener('click', act, { signal });
      button.disabled = false;
    };
    press('[data-lab-run]', run);
    press('[data-lab-stop]', () => this.#running?.abort());
    press('[data-lab-reset]', () => this.#reset(field, starter));
    press('[data-lab-solution]', () => void this.#compare(field, data));
    press('[data-lab-hint]', () => this.#showHint());
    this.addEventListener(
      'keydown',
      (event) => {
        if (event.defaultPrevented) return;
        const isRun = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isRun) event.preventDefault();
        if (isRun) run();
      },
      { signal },
    );
    if (hasPassed(id)) this.#showPassed(data);
  }

  disconnectedCallback(): void {
    this.#running?.abort();
    this.#listening.abort();
  }

  /** The field with the reader's code, kept while it is written. */
  #openField({ id, starter, data }: { id: string; starter: string; data: LabData }): CodeField {
    const { main } = data.job;
    const { signal } = this.#listening;
    const notice = partOf(this, '[data-lab-notice]');
    const kept = new KeptCode(notice, { id, starter, file: `${id}${main.slice(main.lastIndexOf('.'))}`, signal });
    const field: CodeField = new CodeField(partOf(this, '[data-lab-editor]'), starter, {
      language: data.job.engine,
      label: `Code of this lab, ${main}`,
      onChange: () => {
        kept.changed();
        partOf(this, '[data-lab-reset]').textContent = 'Reset';
      },
      onRun: () => void this.#run(field, data),
      onLeave: () => partOf(this, '[data-lab-run]').focus(),
    });
    if (kept.text !== starter) {
      field.text = kept.text;
      void field.open();
    }
    kept.attach(field);
    this.#kept = kept;
    return field;
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
          onLoading: (progress) => this.#say({ state: 'loading', text: loadingText(job.engine, progress) }),
          onStart: () => this.#say({ state: 'running', text: 'Running…' }),
          onOutput: (text) => {
            partOf(this, '[data-lab-printed]').hidden = false;
            output.append(text);
          },
          onCheck: (index, check) => this.#showCheck(index, check),
        },
        running.signal,
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
    // A program may take the whole page down.
    this.#kept?.save();
    this.#say({ state: 'running', text: 'Starting…' });
    this.#showStop(true);
    field.markLine(undefined);
    partOf(this, '[data-lab-output]').replaceChildren();
    partOf(this, '[data-lab-next]').hidden = true;
    partOf(this, '[data-lab-stuck]').hidden = true;
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
    const status = endStatus(result, { expected: this.#checks().length, code, isFirst });
    const isNeutral = isFirst && result.ending === 'finished' && !result.fault;
    this.#runs += 1;
    this.#say(status);
    field.markLine(result.fault?.line);
    if (status.state === 'passed') void keepPassed(this.dataset['labId'] ?? '').then(() => this.#showPassed(data));
    else if (isNeutral) this.dataset['neutral'] = '';
    else if (result.ending !== 'stopped') this.#offerHelp();
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
    next.append(button);
    next.hidden = false;
  }

  /** Offers the next hint below the check that failed, from the second failure on. */
  #offerHelp(): void {
    this.#failures += 1;
    const stuck = partOf(this, '[data-lab-stuck]');
    const failed = this.#checks().find((item) => item.dataset['state'] === 'failed');
    (failed ?? partOf(this, '.lab-outcome')).append(stuck);
    partOf(stuck, 'p').append(partOf(this, '[data-lab-solution]'));
    stuck.hidden = this.#failures < failuresBeforeHelp;
    this.#nameHint();
  }

  /** Moves the next hint to where the reader is stuck; its button then offers the one after it. */
  #showHint(): void {
    const hint = this.#nextHint();
    if (!hint) return;
    partOf(this, '[data-lab-hints]').append(hint);
    void keepHelp(this.dataset['labId'] ?? '', 'hint');
    hint.open = true;
    this.#nameHint();
    if (!this.#nextHint()) hint.querySelector('summary')?.focus();
  }

  #nextHint(): HTMLDetailsElement | null {
    return this.querySelector('.lab-help details:not([data-lab-answer])');
  }

  #nameHint(): void {
    const button = partOf(this, '[data-lab-hint]');
    const hint = this.#nextHint();
    button.hidden = !hint;
    if (hint) button.textContent = partOf(hint, 'summary').textContent;
  }

  /** Back to the starter; the same button takes that back until something is written. */
  #reset(field: CodeField, starter: string): void {
    const button = partOf(this, '[data-lab-reset]');
    const before = field.text;
    const isUndo = button.dataset['before'] !== undefined && button.textContent !== 'Reset';
    field.text = isUndo ? (button.dataset['before'] ?? starter) : starter;
    this.#kept?.changed();
    this.#kept?.save();
    button.dataset['before'] = before;
    // Behind the change of the text, which sets the button back.
    button.textContent = isUndo ? 'Reset' : 'Undo reset';
    this.#say({ state: 'ready', text: isUndo ? 'Your code is back.' : 'The code is as it was in the beginning.' });
  }

  /** Opens the solution, with the lines marked that differ from the reader's code. */
  async #compare(field: CodeField, { solution }: LabData): Promise<void> {
    const answer = partOf<HTMLDetailsElement>(this, '[data-lab-answer]');
    answer.open = true;
    answer.scrollIntoView({ block: 'nearest' });
    const id = this.dataset['labId'] ?? '';
    if (!hasPassed(id)) void keepHelp(id, 'solution');
    const part = await differencePart.load();
    part?.showDifference(partOf(this, '[data-lab-merge]'), { mine: field.text, solution });
  }

  #checks(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-lab-check]')];
  }

  #say({ state, text, raw }: Status): void {
    const status = partOf(this, '[data-lab-status]');
    status.dataset['state'] = state;
    status.replaceChildren(text, ...(raw === undefined ? [] : [' ', build('span', 'lab-raw', raw)]));
  }

  #showStop(isRunning: boolean): void {
    partOf(this, '[data-lab-stop]').hidden = !isRunning;
    partOf<HTMLButtonElement>(this, '[data-lab-run]').setAttribute('aria-disabled', String(isRunning));
  }
}

const hasPassed = (id: string) => (labWork.value.get(id)?.passedAt ?? 0) > 0;

const failureText = (engine: Engine) =>
  `${engine === 'js' ? 'The runner' : 'The engine'} could not be loaded. Your code is kept; try again when you are online.`;

customElements.define('lab-workbench', LabWorkbench);
