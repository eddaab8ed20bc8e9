import { readTestResult, type StageResult } from '#content/test-result.ts';
import { markTopic, progress } from '#features/progress/client/index.ts';
import { stageKey, stateOf } from '#features/progress/index.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';

/** The stages of a project's tests, which the reader ticks, or lets a pasted result tick. */
class ProjectTests extends LiveElement {
  protected connected(signal: AbortSignal): void {
    this.#stages.forEach(({ box }, index) => {
      box.addEventListener('change', () => void this.#tick(index, box.checked), { signal });
      box.disabled = false;
    });
    progress.watch((marks) => {
      this.#stages.forEach(({ box }, index) => {
        box.checked = stateOf(marks, this.#key(index)) === 'done';
      });
    }, signal);
    const form = partOf<HTMLFormElement>(this, 'form');
    const read = (event: Event) => {
      event.preventDefault();
      this.#read(String(new FormData(form).get('printed') ?? ''));
    };
    form.addEventListener('submit', read, { signal });
    partOf<HTMLButtonElement>(form, 'button').disabled = false;
  }

  get #stages() {
    return [...this.querySelectorAll<HTMLElement>('[data-stage]')].map((stage) => ({
      title: stage.dataset['stage'] ?? '',
      tests: [...stage.querySelectorAll('li')].map((test) => test.textContent.trim()),
      box: partOf<HTMLInputElement>(stage, 'input'),
      note: partOf(stage, '[data-result]'),
    }));
  }

  #key = (index: number) => stageKey(this.dataset['project'] ?? '', index + 1);

  #tick(index: number, isPassed: boolean): Promise<void> {
    return markTopic(this.#key(index), isPassed ? 'done' : 'none');
  }

  #read(printed: string): void {
    const stages = this.#stages;
    const result = readTestResult(printed, { name: this.dataset['file'] ?? '', stages });
    if (!result.ok) {
      this.#say(result.reason);
      return;
    }
    for (const each of result.stages) {
      const index = stages.findIndex(({ title }) => title === each.title);
      void this.#tick(index, each.passed === each.total);
      stages[index]?.note.replaceChildren(noteOn(each));
    }
    const open = result.stages.filter(({ passed, total }) => passed < total);
    const [next] = open;
    const passed = result.stages.length - open.length;
    this.#say(`${countText(passed, 'stage')} passed.${next ? ` Next: ${next.title}.` : ''}`);
  }

  #say(text: string): void {
    partOf(this, '[role="status"]').textContent = text;
  }
}

/** ", 3 passed; failed: a blank title returns 422". */
function noteOn({ passed, failed }: StageResult): string {
  return `, ${passed} passed${failed.length > 0 ? `; failed: ${failed.join('; ')}` : ''}`;
}

customElements.define('project-tests', ProjectTests);
