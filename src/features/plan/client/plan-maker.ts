import { progress, setStudyPace, studyPace } from '#features/progress/client/index.ts';
import { TaskQueue } from '#lib/browser/lazy.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { dayOf, today } from '../day.ts';
import { plannedAndDone } from '../plan.ts';
import { topicsWithoutStudy } from '../prerequisite-path.ts';
import { emptyRequest, hoursPerWeek, type PlanRequest, redistributeHours } from '../request.ts';
import { loadPlanData } from './index.ts';
import { drawLists, fillAdd, requestFrom, withAdded, writeForm } from './plan-form.ts';
import { drawPreview, planExports } from './plan-preview.ts';
import { newRequest, PlanSession, preview, wantedIn } from './plan-session.ts';
import { plansError, readPlans, watchPlans } from './plan-store.ts';
import { drawSavedPlans } from './saved-list.ts';

/** The planner: four questions, one on each screen, and the plan that they lead to. The address contains the plan. */
class PlanMaker extends LiveElement {
  #done: ReadonlySet<string> = new Set();
  /** How many plans were opened. Entries of the browser's history store it to know whether their plan is still open. */
  #opened = 0;
  readonly #later = new TaskQueue();

  protected connected(signal: AbortSignal): void {
    loadPlanData(this.dataset['base'] ?? '/').then(
      (data) => this.#start(new PlanSession(data), signal),
      (error: unknown) => {
        const text = 'The list of topics could not be loaded. Reload the page to try again.';
        this.#say('[data-status]', text);
        throw error;
      },
    );
  }

  get #form(): HTMLFormElement {
    return partOf<HTMLFormElement>(this, 'form');
  }

  #start(session: PlanSession, signal: AbortSignal): void {
    const on = (selector: string, event: string, act: (event: Event) => unknown) =>
      partOf(this, selector).addEventListener(event, (fired) => void act(fired), { signal });
    fillAdd(partOf<HTMLSelectElement>(this, '[data-add]'), session.data);
    let isFirst = true;
    progress.watch((marks) => {
      this.#done = topicsWithoutStudy(marks);
      if (isFirst) this.#open(session);
      else this.#draw(session);
      isFirst = false;
    }, signal);
    on('form', 'submit', (event) => {
      event.preventDefault();
      this.#goTo(session, session.question + 1);
    });
    on('form', 'input', ({ target }) => target instanceof Element && this.#edit(session, target));
    on('[data-back]', 'click', () => this.#goTo(session, session.question - 1));
    on('[data-show]', 'click', () => this.#goTo(session, preview));
    on('[data-off-add]', 'click', () => this.#addDaysOff(session));
    on('[data-take-progress]', 'click', () => {
      this.#change(session, { known: new Set([...session.request.known, ...this.#done]) });
      this.#focus(session);
    });
    on('[data-replan]', 'click', () => {
      this.#change(session, { start: today(), known: new Set([...session.request.known, ...this.#done]) });
      this.#focus(session);
    });
    on('[data-new]', 'click', () => this.#startNew(session));
    on('[data-save]', 'click', () => {
      const said = session.save();
      this.#draw(session);
      this.#say('[data-done]', said);
    });
    for (const step of this.querySelectorAll<HTMLElement>('[data-pace-step]'))
      step.addEventListener('click', () => this.#stepPace(session, Number(step.dataset['paceStep'])), { signal });
    for (const [way, take] of Object.entries(planExports))
      on(`[data-${way}]`, 'click', async () => this.#say('[data-done]', await take(session.plan)));
    addEventListener('beforeprint', () => this.#later.finish(), { signal });
    addEventListener('popstate', ({ state }) => this.#follow(session, state), { signal });
    watchPlans(() => this.#drawSaved(session), signal);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-next], [data-show]')) button.disabled = false;
  }

  /** Opens what the address asks for: a plan, a new one for a roadmap, role or topic, or else the plan that was open last. */
  #open(session: PlanSession): void {
    const wanted = wantedIn(location.search);
    const question = questionIn(location.hash);
    const fresh = newRequest(session.data, this.#done);
    if (isOfPlan(location.hash)) session.openAddress(location.hash);
    else if (wanted) session.openNew({ ...fresh, ...wanted }, { question: 3, isStored: true });
    else if (!session.openLast(question))
      session.openNew({ ...fresh, ...this.#firstAnswer() }, { question: question ?? 1, isStored: false });
    if (wanted || session.question === preview) this.#writeLocation(session, 'replace');
    this.#draw(session);
  }

  /** What a reader chose in the first question before the planner had loaded. */
  #firstAnswer(): Partial<PlanRequest> {
    const goal = this.#form.querySelector('[name="goal"]:checked');
    return goal ? requestFrom(goal, this.#form, emptyRequest(today())) : {};
  }

  #startNew(session: PlanSession): void {
    this.#opened += 1;
    session.openNew(newRequest(session.data, this.#done), { question: 1, isStored: true });
    this.#writeLocation(session, 'push');
    this.#draw(session);
    this.#focus(session);
  }

  /** Follows the back and forward buttons, and links to plans. Other fragments leave the plan as it is. */
  #follow(session: PlanSession, state: unknown): void {
    const question = questionIn(location.hash);
    if (question) session.goTo(question);
    else if (!isOfPlan(location.hash)) return;
    else if (state === this.#opened) {
      session.goTo(preview);
      this.#writeLocation(session, 'replace');
    } else {
      this.#opened += 1;
      session.openAddress(location.hash);
    }
    this.#draw(session);
    this.#focus(session);
  }

  #change(session: PlanSession, changes: Partial<PlanRequest>): boolean {
    const isChanged = session.change(changes);
    if (isChanged && session.question === preview) this.#writeLocation(session, 'replace');
    this.#draw(session);
    return isChanged;
  }

  /** Writes the question into the address, or the plan itself when it is on the screen. */
  #writeLocation({ question, address }: PlanSession, how: 'push' | 'replace'): void {
    const fragment = question === preview ? address : `question-${question}`;
    history[`${how}State`](this.#opened, '', `${location.pathname}#${fragment}`);
  }

  #goTo(session: PlanSession, question: number): void {
    session.goTo(question);
    this.#writeLocation(session, 'push');
    this.#draw(session);
    this.#focus(session);
  }

  #focus({ question }: PlanSession): void {
    partOf(this, question === preview ? '[data-headline]' : `[data-question="${question}"] legend`).focus();
  }

  #edit(session: PlanSession, field: Element): void {
    const { request, data } = session;
    if (field instanceof HTMLInputElement && field.closest('[data-known]')) {
      const others = [...request.known].filter((id) => id !== field.value);
      this.#change(session, { known: new Set(field.checked ? [...others, field.value] : others) });
    } else if (field instanceof HTMLSelectElement && field.matches('[data-add]')) {
      if (field.value !== '') this.#change(session, withAdded(field.value, request, data));
      field.value = '';
    } else if (field.getAttribute('name')) {
      const changes = requestFrom(field, this.#form, request);
      if (changes.week) setStudyPace(hoursPerWeek(changes.week));
      if (Object.keys(changes).length > 0) this.#change(session, changes);
    }
  }

  /** Changes the hours a week by a step, and keeps the days of study. */
  #stepPace(session: PlanSession, by: number): void {
    const { week } = session.request;
    this.#change(session, { week: redistributeHours(setStudyPace(Math.max(1, hoursPerWeek(week) + by)), week) });
  }

  #addDaysOff(session: PlanSession): void {
    const inputs = ['[data-off-from]', '[data-off-to]'].map((selector) => partOf<HTMLInputElement>(this, selector));
    const days = inputs.flatMap(({ value }) => dayOf(value) ?? []);
    if (days.length === 0) return;
    const range = { from: Math.min(...days), to: Math.max(...days) };
    const daysOff = [...session.request.daysOff, range].toSorted((a, b) => a.from - b.from || a.to - b.to);
    if (!this.#change(session, { daysOff })) return;
    for (const input of inputs) input.value = '';
  }

  #say(selector: string, text: string): void {
    partOf(this, selector).textContent = text;
  }

  #draw(session: PlanSession): void {
    const isPreview = session.question === preview;
    this.#form.hidden = isPreview;
    partOf(this, '[data-preview]').hidden = !isPreview;
    const tasks = isPreview ? this.#drawPlan(session) : this.#drawQuestion(session);
    this.#drawSaved(session);
    this.#later.start(tasks);
  }

  #drawSaved(session: PlanSession): void {
    const place = partOf(this, '[data-saved]');
    place.hidden = readPlans().plans.length === 0 && session.question !== preview;
    drawSavedPlans(place, { open: session.savedId, redraw: () => this.#draw(session) });
  }

  #drawQuestion(session: PlanSession): readonly (() => void)[] {
    const form = this.#form;
    const { request, data, question, notes } = session;
    for (const fieldset of form.querySelectorAll<HTMLElement>('[data-question]'))
      fieldset.hidden = fieldset.dataset['question'] !== String(question);
    this.#say('[data-step]', `Question ${question} of ${preview - 1}`);
    this.#say('[data-status]', [...new Set([...notes, plansError()])].join(' ').trim());
    this.#say('[data-next]', question === preview - 1 ? 'Show my plan' : 'Next');
    partOf(form, '[data-back]').hidden = question === 1;
    partOf(form, '[data-show]').hidden = question === preview - 1;
    const missing = data.topics.filter(({ id }) => this.#done.has(id) && !request.known.has(id)).length;
    partOf(form, '[data-take-progress]').hidden = missing === 0;
    this.#say('[data-take-progress]', `Count the ${countText(missing, 'topic')} of my progress as known`);
    writeForm(form, request, data);
    return drawLists(form, { request, data, change: (changes) => this.#change(session, changes) });
  }

  #drawPlan(session: PlanSession): readonly (() => void)[] {
    const { plan, request, notes, isForeign, savedId } = session;
    const pace = studyPace();
    this.#say('[data-save]', savedId ? 'Saved' : 'Save');
    this.#say('[data-done]', '');
    return drawPreview(this, {
      plan,
      request,
      notes: [...new Set([...notes, plansError()])].filter(Boolean),
      progress: plannedAndDone(plan, { done: this.#done, today: today() }),
      done: this.#done,
      otherPace: isForeign || Math.round(hoursPerWeek(request.week)) === pace ? undefined : pace,
      change: (changes) => this.#change(session, changes),
      ask: (question) => this.#goTo(session, question),
    });
  }
}

/** Whether a fragment contains a plan, and isn't the id of an element. */
const isOfPlan = (fragment: string) => fragment.includes('=');

/** The question that a fragment names. */
function questionIn(fragment: string): number | undefined {
  const [, number] = /^#question-([1-4])$/u.exec(fragment) ?? [];
  return number === undefined ? undefined : Number(number);
}

customElements.define('plan-maker', PlanMaker);
