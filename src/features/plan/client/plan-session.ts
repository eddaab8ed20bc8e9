import { chosenBranch, studyPace } from '#features/progress/client/index.ts';
import { today } from '../day.ts';
import { makePlan, type Plan } from '../plan.ts';
import { maxCharacters, readAddress, writeAddress } from '../plan-address.ts';
import type { PlanData } from '../plan-data.ts';
import { savedTitle } from '../plan-words.ts';
import { emptyRequest, limitErrors, type PlanRequest, redistributeHours, suggestionFor } from '../request.ts';
import { keepPlan, type SavedPlan } from '../saved-plans.ts';
import { changePlans, readPlans } from './plan-store.ts';

/** Index of the preview screen, after the questions. */
export const preview = 5;

/**
 * The plan that is open, and how it is stored. Every change is stored at once: as the last plan, and in the list if it is a
 * saved one. If another plan opens, a finished plan that wasn't saved moves to the saved ones, so that nothing is lost.
 */
export class PlanSession {
  readonly data: PlanData;
  #request: PlanRequest = emptyRequest(today());
  #plan: Plan | undefined;
  #question = 1;
  /** The id of the open plan, if it is saved. */
  #id: string | undefined;
  /** Whether the open plan came from a link and hasn't been changed. Then it isn't stored. */
  #isForeign = false;
  /** Sentences about the address or the last change. */
  #notes: readonly string[] = [];

  constructor(data: PlanData) {
    this.data = data;
  }

  get request(): PlanRequest {
    return this.#request;
  }

  /** Computed once for each request. */
  get plan(): Plan {
    this.#plan ??= makePlan(this.#request, this.data, today());
    return this.#plan;
  }

  get address(): string {
    return writeAddress(this.#request, this.data);
  }

  get question(): number {
    return this.#question;
  }

  get notes(): readonly string[] {
    return this.#notes;
  }

  get isForeign(): boolean {
    return this.#isForeign;
  }

  /** The id of the open plan, if it is saved and no other tab has deleted it. */
  get savedId(): string | undefined {
    return readPlans().plans.some(({ id }) => id === this.#id) ? this.#id : undefined;
  }

  /** Opens the plan that was open last; false if there is none. */
  openLast(question: number | undefined): boolean {
    const { last } = readPlans();
    if (!last) return false;
    const { request, notes } = readAddress(last.address, this.data, today());
    this.#set(request, { id: last.id, notes, question: question ?? last.question });
    return true;
  }

  /** Opens the plan of an address: one of the reader's own, or one from a link. */
  openAddress(fragment: string): void {
    const { request, notes } = readAddress(fragment, this.data, today());
    const address = fragment.replace(/^#/u, '');
    const { plans, last } = readPlans();
    const id = plans.find((plan) => plan.address === address)?.id;
    const isForeign = !id && last?.address !== address;
    const byLink = isForeign && notes.length === 0 ? ['This plan came by link. Save it to keep it here.'] : notes;
    if (!isForeign) this.#keepLast(address);
    this.#set(request, { id, notes: byLink, question: preview });
    this.#isForeign = isForeign;
    this.#store();
  }

  openNew(request: PlanRequest, { question, isStored }: { question: number; isStored: boolean }): void {
    if (isStored) this.#keepLast();
    this.#set(request, { id: undefined, notes: [], question });
    if (isStored) this.#store();
  }

  /** Goes to another question, or to the plan if there is something to learn. */
  goTo(question: number): void {
    const { goal, roadmaps, role, topics } = this.#request;
    const hasNothing = roadmaps.length === 0 && role === undefined && topics.length === 0;
    const isEarly = hasNothing && question > 2;
    const missing = goal === 'topic' ? 'Choose a topic first.' : 'Choose a role, a roadmap or a topic first.';
    this.#question = isEarly ? 2 : Math.min(preview, Math.max(1, question));
    this.#notes = isEarly ? [missing] : [];
    this.#store();
  }

  /** Changes the request. If that would be too much for a plan or its link, nothing changes, and the notes say why. */
  change(changes: Partial<PlanRequest>): boolean {
    const wanted = { ...this.#request, ...changes };
    const isTooLong = writeAddress(wanted, this.data).length > maxCharacters;
    this.#notes = [...limitErrors(wanted), ...(isTooLong ? ['This is too much for a plan’s link. Choose less.'] : [])];
    if (this.#notes.length > 0) return false;
    if (this.#isForeign) this.#keepLast();
    this.#isForeign = false;
    this.#request = wanted;
    this.#plan = undefined;
    this.#store();
    return true;
  }

  /** Saves the open plan. Returns a sentence about how that went. */
  save(): string {
    if (this.#isForeign) this.#keepLast();
    this.#isForeign = false;
    this.#notes = [];
    const plan = this.#entry(this.savedId ?? crypto.randomUUID());
    const last = { address: plan.address, question: preview, id: plan.id };
    const error = changePlans((all) => ({ ...keepPlan(all, plan), last }));
    this.#id = plan.id;
    return error || 'Saved in this browser. Changes are saved as you make them.';
  }

  #set(
    request: PlanRequest,
    { id, notes, question }: { id: string | undefined; notes: readonly string[]; question: number },
  ): void {
    this.#request = request;
    this.#plan = undefined;
    this.#id = id;
    this.#notes = notes;
    this.#question = question;
    this.#isForeign = false;
  }

  #entry(id: string): SavedPlan {
    return { id, title: savedTitle(this.plan), address: this.address, changed: Date.now() };
  }

  #store(): void {
    if (this.#isForeign) return;
    const address = this.address;
    const id = this.savedId;
    const error = changePlans((all) => ({
      ...(id === undefined ? all : keepPlan(all, this.#entry(id))),
      last: { address, question: this.#question, ...(id === undefined ? {} : { id }) },
    }));
    if (error && !this.#notes.includes(error)) this.#notes = [...this.#notes, error];
  }

  /** Saves the last plan before another one opens, if it isn't saved and its questions were answered. */
  #keepLast(coming?: string): void {
    const { last, plans } = readPlans();
    if (!last || last.id || last.question < preview || last.address === coming) return;
    if (plans.some(({ address }) => address === last.address)) return;
    const title = savedTitle(makePlan(readAddress(last.address, this.data, today()).request, this.data, today()));
    changePlans((all) => keepPlan(all, { id: crypto.randomUUID(), title, address: last.address, changed: Date.now() }));
  }
}

/** A request with the reader's own hours, languages and progress, and what the first goal suggests. */
export function newRequest(data: PlanData, known: ReadonlySet<string>): PlanRequest {
  const empty = emptyRequest(today());
  const branches = data.roadmaps.flatMap(({ id, branches: choices = [] }): [string, string][] => {
    const branch = chosenBranch(choices.map((choice) => choice.id));
    return branch && branch !== choices[0]?.id ? [[id, branch]] : [];
  });
  const week = redistributeHours(studyPace(), empty.week);
  return { ...empty, ...suggestionFor('new-career', empty.start), branches: new Map(branches), known, week };
}

/** What a link from another page asks for: `?roadmap=backend`, `?role=go-developer`, `?topic=jwt`. */
export function wantedIn(search: string): Partial<PlanRequest> | undefined {
  const wanted = new URLSearchParams(search);
  const [roadmap, role, topic] = ['roadmap', 'role', 'topic'].map((name) => wanted.get(name) || undefined);
  if (topic) return { ...suggestionFor('topic', today()), topics: [topic] };
  if (role) return { ...suggestionFor('promotion', today()), role };
  return roadmap ? { ...suggestionFor('new-career', today()), roadmaps: [roadmap] } : undefined;
}
