import { LiveElement } from '#lib/browser/live-element.ts';
import { openAddressed, partOf } from '#lib/browser/part-of.ts';
import { countText, hoursText } from '#lib/wording.ts';
import { isOnFirstSteps, nextTopic } from '../next-topic.ts';
import { countStops, type Marks } from '../progress.ts';
import { durationText } from '../study-pace.ts';
import { progress } from './progress-store.ts';
import { chooseBranch, openPath, setStudyPace, studyPace } from './study-choices.ts';

/**
 * Adapts the page of a roadmap to its reader: the count, the time it takes, what comes next, the chosen branch, and the
 * phase where the reader is.
 */
class RoadmapProgress extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const page = this.closest<HTMLElement>('[data-roadmap-page]');
    if (!page) throw new Error('roadmap-progress needs a [data-roadmap-page] around it.');
    const pathWith = openPath(this);
    const draw = (marks: Marks) => {
      const { stops, branch } = pathWith(marks);
      showBranch(page, branch);
      const count = countStops(stops, marks);
      const step = nextStep(page, count.done);
      const next = step?.row ?? nextTopic(topicRows(page), marks)?.row;
      this.#say(count, page);
      updateNextLinks(page, { next, isStarted: count.done > 0 || (step?.passed ?? 0) > 0 });
      countPhases(page, { marks, hours: new Map(stops.map((stop) => [stop.id, stop.hours])) });
    };
    progress.watch(draw, signal);
    openPhases(page);
    page.addEventListener('lab-marks', () => draw(progress.value), { signal });
    page.addEventListener('lab-marks', () => openPhases(page), { signal, once: true });
    addEventListener('hashchange', () => openAddressed(page), { signal });
    this.addEventListener('click', ({ target }) => {
      const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset['step'] : undefined;
      if (!step) return;
      setStudyPace(studyPace() + Number(step));
      draw(progress.value);
    });
    page.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.name !== 'branch') return;
        chooseBranch(target.value);
        draw(progress.value);
      },
      { signal },
    );
  }

  #say({ done, total, hoursLeft }: ReturnType<typeof countStops>, page: HTMLElement): void {
    const pace = studyPace();
    const put = (name: string, text: string) => {
      for (const place of page.querySelectorAll(`[data-${name}]`)) place.textContent = text;
    };
    put('count', done > 0 ? `${done} of ${total} topics done` : `${total} topics`);
    put('done-count', `${done} of ${total}`);
    put('hours', `${hoursLeft} h`);
    const left = durationText(hoursLeft, pace);
    if (hoursLeft === 0) put('duration', 'nothing left to do');
    else put('duration', done > 0 ? `${left} left` : left);
    put('pace', String(pace));
    for (const bar of page.querySelectorAll<HTMLProgressElement>('progress')) {
      bar.max = Math.max(1, total);
      bar.value = done;
    }
  }
}

/** Writes beside each phase how many of its topics are learned ("2 of 6"), and its hours. */
function countPhases(
  page: HTMLElement,
  { marks, hours }: { readonly marks: Marks; readonly hours: ReadonlyMap<string, number> },
): void {
  for (const phase of page.querySelectorAll('[data-phase]')) {
    const stops = topicRows(phase).map(({ id }) => ({ id, hours: hours.get(id) ?? 0 }));
    const { done, total } = countStops(stops, marks);
    partOf(phase, '[data-phase-count]').textContent = done > 0 ? `${done} of ${total}` : countText(total, 'topic');
    partOf(phase, '[data-phase-hours]').textContent = hoursText(stops.reduce((sum, stop) => sum + stop.hours, 0));
    phase.toggleAttribute('data-finished', done === total);
  }
}

function showBranch(page: HTMLElement, id: string | undefined): void {
  for (const branch of page.querySelectorAll<HTMLElement>('[data-branch]'))
    branch.hidden = branch.dataset['branch'] !== id;
  for (const choice of page.querySelectorAll<HTMLInputElement>('input[name="branch"]'))
    choice.checked = choice.value === id;
  for (const fork of page.querySelectorAll('.fork')) fork.setAttribute('data-chosen', '');
}

/** Updates the links that start or continue the roadmap. */
function updateNextLinks(
  page: HTMLElement,
  { next, isStarted }: { next: HTMLElement | undefined; isStarted: boolean },
): void {
  const topic = next?.querySelector<HTMLAnchorElement>('a');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('[data-continue]')) {
    link.hidden = !topic;
    if (!topic) continue;
    link.href = topic.href;
    const word = isStarted ? 'Continue' : 'Start';
    link.textContent = 'withTitle' in link.dataset ? `${word}: ${topic.textContent}` : word;
  }
  for (const each of page.querySelectorAll('[data-next]')) each.removeAttribute('data-next');
  next?.setAttribute('data-next', '');
}

/** The next of the first steps, for someone who should still take it. */
function nextStep(page: HTMLElement, learned: number) {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-first]')];
  const steps = rows.toSorted((a, b) => Number(a.dataset['first']) - Number(b.dataset['first']));
  const passed = steps.filter((row) => row.hasAttribute('data-passed')).length;
  const row = steps.find((step) => !step.hasAttribute('data-passed'));
  return row && isOnFirstSteps({ passed, total: steps.length, learned }) ? { row, passed } : undefined;
}

/** The rows of the topics that the reader takes, in page order. */
function topicRows(part: Element) {
  return [...part.querySelectorAll<HTMLElement>('li[data-topic]')]
    .filter((row) => !row.closest('[hidden]'))
    .map((row) => ({ row, id: row.dataset['topic'] ?? '', isRequired: row.dataset['need'] === 'must' }));
}

/** Opens the phase where the reader is and closes the others, so that the whole roadmap is in view. */
function openPhases(page: HTMLElement): void {
  const current = page.querySelector('[data-next]')?.closest('[data-phase]');
  for (const phase of page.querySelectorAll<HTMLDetailsElement>('details[data-phase]'))
    phase.open = phase === (current ?? page.querySelector('[data-phase]'));
  page.dataset['ready'] = '';
  openAddressed(page);
}

customElements.define('roadmap-progress', RoadmapProgress);
