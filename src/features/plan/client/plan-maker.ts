import { setStudyPace, studyPace, watchProgress } from '#features/progress/client/index.ts';
import { Later } from '#lib/browser/lazy.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { plannedAndDone } from '../compare-plans.ts';
import { dayOf, today } from '../day.ts';
import { makePlan, type Plan } from '../plan.ts';
import { mostCharacters, readAddress, writeAddress } from '../plan-address.ts';
import type { PlanData } from '../plan-data.ts';
import { savedTitle } from '../plan-words.ts';
import { emptyRequest, excessOf, hoursPerWeek, type PlanRequest, respread } from '../request.ts';
import { keepPlan, type SavedPlans } from '../saved-plans.ts';
import { loadPlanData, settledTopics } from './index.ts';
import { newRequest, wantedIn } from './new-request.ts';
import { drawLists, fillAdd, requestFrom, withAdded, writeForm } from './plan-form.ts';
import { drawPreview } from './plan-preview.ts';
import { changePlans, plansFault, readPlans, watchPlans } from './plan-store.ts';
import { drawSavedPlans } from './saved-list.ts';
import { type OpenPlan, waysToTake } from './take-plan.ts';

/** The question that is no question: the plan itself. */
const preview = 5;

/**
 * The planner: five questions, one a screen, and the plan that comes of them. The plan that is worked on is kept in this
 * browser with every change; the address of its last screen holds all of it.
 */
class PlanMaker extends HTMLElement {
  #listening = new AbortController();
  #data: PlanData | undefined;
  #done: ReadonlySet<string> = new Set();
  #request: PlanRequest = emptyRequest(today());
  #question = 1;
  /** The saved plan that is open; undefined for one that is not saved. */
  #id: string | undefined;
  /** Whether the open plan came by a link and has not been changed: then it takes no one's place. */
  #isForeign = false;
  #plan: Plan | undefined;
  #notes: readonly string[] = [];
  /** When the reader changed something that is not shown yet; read by scripts/bench/bench-plan.ts. */
  #since: number | undefined;
  readonly #later = new Later();

  connectedCallback(): void {
    this.#listening = new AbortController();
    loadPlanData(this.dataset['base'] ?? '/').then(
      (data) => this.#start(data),
      (error: unknown) => {
        this.#say(
          '[data-status]',
          'What the planner knows of the topics could not be loaded. Reload the page to try again.',
        );
        console.error(error);
      },
    );
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #form(): HTMLFormElement {
    return partOf<HTMLFormElement>(this, 'form');
  }

  #start(data: PlanData): void {
    const { signal } = this.#listening;
    this.#data = data;
    const on = (selector: string, event: string, act: (event: Event) => unknown) =>
      partOf(this, selector).addEventListener(event, (fired) => void act(fired), { signal });
    fillAdd(partOf<HTMLSelectElement>(this, '[data-add]'), data);
    let isFirst = true;
    watchProgress((marks) => {
      this.#done = settledTopics(marks);
      if (isFirst) this.#open(data);
      else this.#draw();
      isFirst = false;
    }, signal);
    on('form', 'submit', (event) => {
      event.preventDefault();
      this.#goTo(this.#question + 1);
    });
    on('form', 'input', ({ target }) => target instanceof Element && this.#edit(target, data));
    on('[data-back]', 'click', () => this.#goTo(this.#question - 1));
    on('[data-show]', 'click', () => this.#goTo(preview));
    on('[data-off-add]', 'click', () => this.#addDaysOff());
    on('[data-take-progress]', 'click', () => this.#takeProgress());
    on('[data-replan]', 'click', () => this.#replan());
    on('[data-new]', 'click', () => this.#startNew(data, {}));
    for (const step of this.querySelectorAll<HTMLElement>('[data-pace-step]'))
      step.addEventListener('click', () => this.#stepPace(Number(step.dataset['paceStep'])), { signal });
    on('[data-save]', 'click', () => this.#say('[data-done]', this.#save(data)));
    for (const [way, take] of Object.entries(waysToTake))
      on(`[data-${way}]`, 'click', async () => this.#say('[data-done]', await take(this.#shown(data))));
    addEventListener('beforeprint', () => this.#later.finish(), { signal });
    addEventListener('popstate', () => this.#follow(data), { signal });
    watchPlans(() => this.#drawSaved(), signal);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-next], [data-show]')) button.disabled = false;
  }

  /** Opens what the address asks for: a plan, a start with a roadmap, role or topic, or else the plan that was open last. */
  #open(data: PlanData): void {
    const wanted = wantedIn(location.search);
    const { last } = readPlans();
    if (isOfPlan(location.hash)) this.#read(location.hash, data);
    else if (wanted) this.#startNew(data, wanted, 3);
    else if (last) {
      this.#request = readAddress(last.address, data, today()).request;
      this.#id = last.id;
      this.#question = questionIn(location.hash) ?? last.question;
    } else {
      this.#request = { ...newRequest(data, this.#done), ...this.#formStart() };
      this.#question = questionIn(location.hash) ?? 1;
    }
    this.#draw();
    if (this.#question === preview && !isOfPlan(location.hash)) this.#writeLocation('replace');
  }

  /** What a reader who was quicker than the planner has chosen in the first question. */
  #formStart(): Partial<PlanRequest> {
    const goal = this.#form.querySelector('[name="goal"]:checked');
    return goal ? requestFrom(goal, this.#form, this.#request) : {};
  }

  /** Starts a new plan. A plan that was not saved goes to the saved ones, so that nothing is lost. */
  #startNew(data: PlanData, changes: Partial<PlanRequest>, question = 1): void {
    this.#keepLast(data);
    this.#request = { ...newRequest(data, this.#done), ...changes };
    this.#id = undefined;
    this.#isForeign = false;
    this.#notes = [];
    this.#question = question;
    this.#store();
    history.pushState(null, '', `${location.pathname}#question-${question}`);
    this.#draw();
    this.#focus();
  }

  /** Puts the last plan among the saved ones, if it is not there and was more than begun. */
  #keepLast(data: PlanData): void {
    const { last, plans } = readPlans();
    if (!last || last.id || last.question < preview || plans.some(({ address }) => address === last.address)) return;
    const title = savedTitle(makePlan(readAddress(last.address, data, today()).request, data, today()));
    changePlans((all) => keepPlan(all, { id: newId(), title, address: last.address, changed: Date.now() }));
  }

  /** Follows the browser's way back and forward, and links to plans. Other places on the page leave the plan as it is. */
  #follow(data: PlanData): void {
    const question = questionIn(location.hash);
    if (question) this.#question = question;
    else if (isOfPlan(location.hash)) this.#read(location.hash, data);
    else return;
    this.#draw();
    this.#focus();
  }

  /** Takes over the plan of an address: one of the reader's own, or one that came by link. */
  #read(fragment: string, data: PlanData): void {
    const { request, notes } = readAddress(fragment, data, today());
    const address = fragment.replace(/^#/u, '');
    const { plans, last } = readPlans();
    this.#id = plans.find((plan) => plan.address === address)?.id;
    this.#isForeign = !this.#id && last?.address !== address;
    this.#request = request;
    this.#notes = [
      ...notes,
      ...(this.#isForeign && notes.length === 0 ? ['This plan came by link. Save it to keep it here.'] : []),
    ];
    this.#question = preview;
    if (!this.#isForeign) this.#store();
  }

  /** Changes the request, unless a plan does not take so much: then it stays as it is, and the page says why. */
  #change(changes: Partial<PlanRequest>): boolean {
    this.#since = performance.now();
    const wanted = { ...this.#request, ...changes };
    this.#notes = excessOf(wanted);
    const fits = this.#notes.length === 0;
    if (fits) {
      if (this.#isForeign && this.#data) this.#keepLast(this.#data);
      this.#isForeign = false;
      this.#request = wanted;
      this.#store();
      if (this.#question === preview) this.#writeLocation('replace');
    }
    this.#draw();
    return fits;
  }

  /** Keeps the plan in this browser as the last one, and under its name if it is saved. */
  #store(): void {
    const data = this.#data;
    if (!data) return;
    const address = writeAddress(this.#request, data);
    const id = this.#id;
    const title = savedTitle(makePlanOnce(this.#request, data));
    const fault = changePlans((all) => {
      const known = id !== undefined && all.plans.some((plan) => plan.id === id);
      const kept: SavedPlans = known ? keepPlan(all, { id, title, address, changed: Date.now() }) : all;
      return { ...kept, last: { address, question: this.#question, ...(known ? { id } : {}) } };
    });
    if (fault) this.#notes = [...this.#notes, fault];
  }

  #writeLocation(how: 'push' | 'replace'): void {
    if (!this.#data) return;
    const address = writeAddress(this.#request, this.#data);
    if (address.length > mostCharacters) {
      this.#notes = ['This plan is too large for a link: the address still has the one before. Choose less.'];
      return;
    }
    if (how === 'push') history.pushState(null, '', `${location.pathname}#${address}`);
    else history.replaceState(history.state, '', `${location.pathname}#${address}`);
  }

  #goTo(question: number): void {
    const { goal, roadmaps, role, topics } = this.#request;
    const hasNothing = roadmaps.length === 0 && role === undefined && topics.length === 0;
    if (hasNothing && question > 2) {
      this.#question = 2;
      this.#draw();
      this.#say(
        '[data-status]',
        goal === 'topic' ? 'Choose a topic first.' : 'Choose a role, a roadmap or a topic first.',
      );
      this.#focus();
      return;
    }
    this.#question = Math.min(preview, Math.max(1, question));
    this.#notes = [];
    if (!this.#isForeign) this.#store();
    if (this.#question === preview) this.#writeLocation('push');
    else history.pushState(null, '', `${location.pathname}#question-${this.#question}`);
    this.#draw();
    this.#focus();
  }

  #focus(): void {
    const place = this.#question === preview ? '[data-headline]' : `[data-question="${this.#question}"] legend`;
    partOf(this, place).focus();
  }

  #edit(field: Element, data: PlanData): void {
    if (field instanceof HTMLInputElement && field.closest('[data-known]')) {
      const others = [...this.#request.known].filter((id) => id !== field.value);
      this.#change({ known: new Set(field.checked ? [...others, field.value] : others) });
    } else if (field instanceof HTMLSelectElement && field.matches('[data-add]')) {
      if (field.value !== '') this.#change(withAdded(field.value, this.#request, data));
      field.value = '';
    } else if (field.getAttribute('name')) {
      const changes = requestFrom(field, this.#form, this.#request);
      if (Object.keys(changes).length > 0) this.#change(changes);
      if (changes.week) setStudyPace(hoursPerWeek(changes.week));
    }
  }

  /** Changes the hours a week by a step, on the days of study as they are. */
  #stepPace(by: number): void {
    const hours = setStudyPace(Math.max(1, hoursPerWeek(this.#request.week) + by));
    this.#change({ week: respread(hours, this.#request.week) });
  }

  #addDaysOff(): void {
    const [first, last] = ['[data-off-from]', '[data-off-to]'].map((selector) =>
      partOf<HTMLInputElement>(this, selector),
    );
    const from = dayOf(first?.value ?? '') ?? dayOf(last?.value ?? '');
    const to = dayOf(last?.value ?? '') ?? from;
    if (from === undefined || to === undefined) return;
    const range = { from: Math.min(from, to), to: Math.max(from, to) };
    const daysOff = [...this.#request.daysOff, range].toSorted((a, b) => a.from - b.from || a.to - b.to);
    if (!this.#change({ daysOff })) return;
    for (const input of [first, last]) if (input) input.value = '';
  }

  #takeProgress(): void {
    this.#change({ known: new Set([...this.#request.known, ...this.#done]) });
    partOf(this, '[data-question="3"] legend').focus();
  }

  /** Plans what is left from today on. */
  #replan(): void {
    this.#change({ start: today(), known: new Set([...this.#request.known, ...this.#done]) });
    partOf(this, '[data-headline]').focus();
  }

  #save(data: PlanData): string {
    const address = writeAddress(this.#request, data);
    const title = savedTitle(makePlanOnce(this.#request, data));
    if (this.#isForeign) this.#keepLast(data);
    this.#id ??= newId();
    this.#isForeign = false;
    this.#notes = [];
    const plan = { id: this.#id, title, address, changed: Date.now() };
    const fault = changePlans((all) => ({ ...keepPlan(all, plan), last: { address, question: preview, id: plan.id } }));
    if (fault) {
      if (!readPlans().plans.some(({ id }) => id === plan.id)) this.#id = undefined;
      return fault;
    }
    this.#draw();
    return 'Saved in this browser. Changes are saved as you make them.';
  }

  #shown(data: PlanData): OpenPlan {
    const request = this.#request;
    return { plan: makePlanOnce(request, data), request, fragment: writeAddress(request, data) };
  }

  #say(selector: string, text: string): void {
    partOf(this, selector).textContent = text;
  }

  #draw(): void {
    const data = this.#data;
    if (!data) return;
    const isPreview = this.#question === preview;
    this.#form.hidden = isPreview;
    partOf(this, '[data-preview]').hidden = !isPreview;
    const tasks = isPreview ? this.#drawPlan(data) : this.#drawQuestion(data);
    this.#drawSaved();
    this.#later.start(tasks);
  }

  #drawSaved(): void {
    const { plans } = readPlans();
    if (!plans.some(({ id }) => id === this.#id)) this.#id = undefined;
    const place = partOf(this, '[data-saved]');
    place.hidden = plans.length === 0 && this.#question !== preview;
    drawSavedPlans(place, { open: this.#id, redraw: () => this.#draw() });
  }

  #drawQuestion(data: PlanData): readonly (() => void)[] {
    const form = this.#form;
    const request = this.#request;
    for (const fieldset of form.querySelectorAll<HTMLElement>('[data-question]'))
      fieldset.hidden = fieldset.dataset['question'] !== String(this.#question);
    this.#say('[data-step]', `Question ${this.#question} of 5`);
    this.#say(
      '[data-status]',
      [...this.#notes, plansFault()].filter((each, at, all) => all.indexOf(each) === at).join(' '),
    );
    this.#say('[data-next]', this.#question === preview - 1 ? 'Show my plan' : 'Next');
    partOf(form, '[data-back]').hidden = this.#question === 1;
    partOf(form, '[data-show]').hidden = this.#question === preview - 1;
    const missing = data.topics.filter(({ id }) => this.#done.has(id) && !request.known.has(id)).length;
    const take = partOf(form, '[data-take-progress]');
    take.hidden = missing === 0;
    take.textContent = `Count the ${countText(missing, 'topic')} of my progress as known`;
    writeForm(form, request, data);
    return drawLists(form, { request, data, change: (changes) => this.#change(changes) });
  }

  #drawPlan(data: PlanData): readonly (() => void)[] {
    const plan = makePlanOnce(this.#request, data);
    const tasks = drawPreview(this, {
      plan,
      request: this.#request,
      notes: [...new Set([...this.#notes, plansFault()])].filter(Boolean),
      progress: plannedAndDone(plan, { done: this.#done, today: today() }),
      done: this.#done,
      otherPace:
        this.#isForeign || Math.round(hoursPerWeek(this.#request.week)) === studyPace() ? undefined : studyPace(),
      change: (changes) => this.#change(changes),
      ask: (question) => this.#goTo(question),
    });
    const save = partOf<HTMLButtonElement>(this, '[data-save]');
    save.textContent = this.#id ? 'Saved' : 'Save';
    if (plan !== this.#plan) this.#say('[data-done]', '');
    this.#plan = plan;
    if (this.#since !== undefined) performance.measure('wayline:plan-shown', { start: this.#since });
    this.#since = undefined;
    return tasks;
  }
}

let made: { readonly request: PlanRequest; readonly plan: Plan } | undefined;

/** The plan of a request, computed once while the request stays the same. */
function makePlanOnce(request: PlanRequest, data: PlanData): Plan {
  if (made?.request !== request) {
    const start = performance.now();
    made = { request, plan: makePlan(request, data, today()) };
    // Read by scripts/bench/bench-plan.ts.
    performance.measure('wayline:plan', { start });
  }
  return made.plan;
}

const newId = () => crypto.randomUUID();

/** Whether a fragment is meant as a plan and not as a place on the page. */
const isOfPlan = (fragment: string) => fragment.includes('=');

/** The question that a fragment names. */
function questionIn(fragment: string): number | undefined {
  const [, number] = /^#question-([1-4])$/u.exec(fragment) ?? [];
  return number === undefined ? undefined : Number(number);
}

customElements.define('plan-maker', PlanMaker);
