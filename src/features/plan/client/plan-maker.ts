import { watchProgress } from '#features/progress/client/index.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { dayOf } from '../day.ts';
import type { PlanData } from '../plan-data.ts';
import { loadPlanData } from './load-plan-data.ts';
import { PlanNext } from './plan-next.ts';
import { PlanSession } from './plan-session.ts';
import { settledTopics } from './settled-topics.ts';
import { waysToTake } from './take-away.ts';

/** The planner: a form, the plan that comes of it, ways to take it along, and what to learn next. */
class PlanMaker extends HTMLElement {
  #listening = new AbortController();
  #settled: ReadonlySet<string> = new Set();

  connectedCallback(): void {
    this.#listening = new AbortController();
    loadPlanData(this.dataset['base'] ?? '/').then(
      (data) => this.#start(data),
      () =>
        this.#say(
          '[data-said]',
          'What the planner knows of the topics could not be loaded. Reload the page to try again.',
        ),
    );
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #start(data: PlanData): void {
    const { signal } = this.#listening;
    const session = new PlanSession(this, data);
    const addTopic = (id: string) => {
      session.change({ topics: [...new Set([...session.request.topics, id])] });
      this.#say('[data-done]', '');
      partOf(this, '[data-title]').focus();
    };
    const next = new PlanNext(this, { data, plan: addTopic });
    const on = (selector: string, event: string, act: (event: Event) => unknown) =>
      partOf(this, selector).addEventListener(event, (fired) => void act(fired), { signal });
    let isFirst = true;
    watchProgress((marks) => {
      this.#settled = settledTopics(marks);
      next.show(this.#settled);
      if (isFirst) session.start(this.#settled);
      isFirst = false;
      this.#offerMarks(session);
    }, signal);
    on('form', 'submit', (event) => {
      event.preventDefault();
      partOf(this, '[data-title]').focus();
    });
    on('form', 'input', ({ target }) => this.#edit(session, target));
    on('[data-off-add]', 'click', () => this.#addDaysOff(session));
    on('[data-take-marks]', 'click', () => this.#takeMarks(session));
    on('[data-target]', 'change', () => next.showPath());
    for (const [way, take] of Object.entries(waysToTake))
      on(`[data-${way}]`, 'click', async () => this.#say('[data-done]', await take(session.shown)));
    addEventListener('beforeprint', () => session.finish(), { signal });
    addEventListener('hashchange', () => session.readAddress(), { signal });
  }

  #say(selector: string, text: string): void {
    partOf(this, selector).textContent = text;
  }

  #edit(session: PlanSession, target: EventTarget | null): void {
    const box = target instanceof HTMLInputElement && target.closest('[data-known]') ? target : undefined;
    if (box) session.setKnown(box.value, box.checked);
    else session.readForm();
    this.#offerMarks(session);
  }

  #addDaysOff(session: PlanSession): void {
    const [first, last] = ['[data-off-from]', '[data-off-to]'].map((selector) =>
      partOf<HTMLInputElement>(this, selector),
    );
    const from = dayOf(first?.value ?? '') ?? dayOf(last?.value ?? '');
    const to = dayOf(last?.value ?? '') ?? from;
    if (from === undefined || to === undefined) return;
    const range = { from: Math.min(from, to), to: Math.max(from, to) };
    const daysOff = [...session.request.daysOff, range].toSorted((a, b) => a.from - b.from || a.to - b.to);
    if (!session.change({ daysOff })) return;
    for (const input of [first, last]) if (input) input.value = '';
  }

  #takeMarks(session: PlanSession): void {
    session.change({ known: new Set([...session.request.known, ...this.#settled]) });
    this.#offerMarks(session);
    partOf(this, '[name="level"]').focus();
  }

  /** Offers to count what is marked in this browser as known, where the plan does not. */
  #offerMarks({ request, data }: PlanSession): void {
    const missing = data.topics.filter(({ id }) => this.#settled.has(id) && !request.known.has(id)).length;
    const button = partOf(this, '[data-take-marks]');
    button.hidden = missing === 0;
    button.textContent = `Take over ${countText(missing, 'topic')} from my progress`;
  }
}

customElements.define('plan-maker', PlanMaker);
