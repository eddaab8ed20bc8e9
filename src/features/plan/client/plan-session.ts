import { Later } from '#lib/browser/lazy.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { mostCharacters, readAddress, writeAddress } from '../address.ts';
import { makePlan, type Plan } from '../plan.ts';
import type { PlanData } from '../plan-data.ts';
import { emptyRequest, excessOf, type PlanRequest } from '../request.ts';
import { drawFormParts } from './draw-choices.ts';
import { drawResult } from './draw-result.ts';
import { readForm, writeForm } from './plan-form.ts';
import type { Shown } from './take-away.ts';
import { today } from './today.ts';

/** The request that is worked on: the form, the address and the plan on the page always say the same. */
export class PlanSession {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly data: PlanData;
  #request: PlanRequest = emptyRequest(today());
  #notes: readonly string[] = [];
  #plan: Plan | undefined;
  readonly #later = new Later();

  constructor(root: HTMLElement, data: PlanData) {
    this.#root = root;
    this.#form = partOf<HTMLFormElement>(root, 'form');
    this.data = data;
  }

  get request(): PlanRequest {
    return this.#request;
  }

  get shown(): Shown {
    this.#plan ??= makePlan(this.#request, this.data, today());
    return { plan: this.#plan, address: location.href };
  }

  /** Starts with the plan of the address, or on a first visit with what a quick reader has chosen in the form. */
  start(known: ReadonlySet<string>): void {
    if (!isOfPlan(location.hash)) {
      this.#request = readForm(this.#form, { ...this.#request, known }, this.data);
      if (this.#request.lines.length > 0 || this.#request.role !== undefined) this.#writeAddress();
    }
    this.readAddress();
  }

  /** Takes over the plan of the address. A place on the page, as the skip link names one, leaves the plan as it is. */
  readAddress(): void {
    if (isOfPlan(location.hash)) {
      const { request, notes } = readAddress(location.hash, this.data, today());
      this.#request = request;
      this.#notes = notes;
    } else if (location.hash !== '') this.#writeAddress();
    this.#draw();
  }

  readForm(): void {
    this.change(readForm(this.#form, this.#request, this.data));
  }

  /** Counts a topic as known or left out, or no longer. */
  setKnown(topicId: string, isKnown: boolean): void {
    const others = [...this.#request.known].filter((id) => id !== topicId);
    this.change({ known: new Set(isKnown ? [...others, topicId] : others) });
  }

  /** Changes the request, unless a plan does not take so much: then it stays as it is, and the page says why. */
  change(changes: Partial<PlanRequest>): boolean {
    const wanted = { ...this.#request, ...changes };
    this.#notes = excessOf(wanted);
    const fits = this.#notes.length === 0;
    if (fits) {
      this.#request = wanted;
      this.#writeAddress();
    }
    this.#draw();
    return fits;
  }

  #writeAddress(): void {
    const address = writeAddress(this.#request, this.data);
    if (address.length <= mostCharacters) history.replaceState(history.state, '', `#${address}`);
    else this.#notes = ['This plan is too large for a link: the address still has the one before. Choose less.'];
  }

  /** Draws what was put off, for paper. */
  finish(): void {
    this.#later.finish();
  }

  #draw(): void {
    const before = this.#plan;
    const start = performance.now();
    this.#plan = makePlan(this.#request, this.data, today());
    // Read by scripts/bench/bench-plan.ts.
    performance.measure('wayline:plan', { start });
    const change = (changes: Partial<PlanRequest>) => this.change(changes);
    writeForm(this.#form, this.#request, this.data);
    const lists = drawFormParts(this.#form, { request: this.#request, data: this.data, change });
    const rest = drawResult(this.#root, {
      plan: this.#plan,
      before,
      request: this.#request,
      notes: this.#notes,
      change,
    });
    performance.measure('wayline:plan-shown', { start });
    this.#later.start([...lists, ...rest]);
  }
}

/** Whether a fragment is meant as a plan and not as a place on the page. */
const isOfPlan = (fragment: string) => fragment.includes('=');
