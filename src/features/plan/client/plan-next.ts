import { partOf } from '#lib/browser/part-of.ts';
import { byTitle } from '#lib/by-title.ts';
import type { PlanData } from '../plan-data.ts';
import { drawPath, drawReady, pathText, stepsTo } from './draw-next.ts';

/** The part of the page that says what can be started now, and how far it is to any topic. */
export class PlanNext {
  readonly #root: HTMLElement;
  readonly #data: PlanData;
  readonly #plan: (topicId: string) => void;
  #known: ReadonlySet<string> = new Set();

  /** @param plan what happens when the reader puts a topic into the plan. */
  constructor(root: HTMLElement, { data, plan }: { data: PlanData; plan: (topicId: string) => void }) {
    this.#root = root;
    this.#data = data;
    this.#plan = plan;
    const titles = data.topics.toSorted(byTitle);
    this.#select.replaceChildren(
      new Option('Choose a topic', ''),
      ...titles.map(({ id, title }) => new Option(title, id)),
    );
  }

  get #select(): HTMLSelectElement {
    return partOf<HTMLSelectElement>(this.#root, '[data-target]');
  }

  /** @param known topics that the reader need not study. */
  show(known: ReadonlySet<string>): void {
    this.#known = known;
    partOf(this.#root, '[data-ready]').replaceChildren(...drawReady(this.#data, known));
    this.showPath();
  }

  showPath(): void {
    const target = this.#data.topics.find(({ id }) => id === this.#select.value);
    const said = partOf(this.#root, '[data-path-said]');
    const steps = partOf(this.#root, '[data-path]');
    if (!target) {
      said.textContent = 'Choose a topic to see the way to it.';
      steps.replaceChildren();
      return;
    }
    const path = stepsTo(this.#data, { target, known: this.#known });
    said.textContent = pathText(target, path);
    steps.replaceChildren(...drawPath(path, () => this.#plan(target.id)));
  }
}
