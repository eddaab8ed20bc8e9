import { build, buildButton } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { LinePuzzle } from '../line-puzzle.ts';

/** The pieces of a puzzle as texts: first those of the solution in the usual order, then the strays. */
export function piecesOf(solution: string, { lengths, strays }: LinePuzzle): readonly string[] {
  const lines = solution.trimEnd().split('\n');
  let at = 0;
  const own = lengths.map((length) => {
    at += length;
    return lines.slice(at - length, at).join('\n');
  });
  return [...own, ...strays];
}

/** Pieces by their index: those still to choose from, and those in the reader's program, in order. */
interface LineOrder {
  readonly left: readonly number[];
  readonly program: readonly number[];
}

/** All pieces to choose from, in an order that gives nothing away. */
export function shuffled(count: number, random: () => number = Math.random): LineOrder {
  const pieces = Array.from({ length: count }, (_, piece) => ({ piece, key: random() }));
  const mixed = pieces.toSorted((a, b) => a.key - b.key).map(({ piece }) => piece);
  const isSorted = mixed.every((piece, at) => piece === at);
  return { left: isSorted ? mixed.toReversed() : mixed, program: [] };
}

/** With a piece moved to a place in one of the two lists. */
export function withMoved(
  order: LineOrder,
  piece: number,
  { to, at }: { readonly to: keyof LineOrder; readonly at: number },
): LineOrder {
  const without = (list: readonly number[]) => list.filter((each) => each !== piece);
  const lists = { left: without(order.left), program: without(order.program) };
  return { ...lists, [to]: lists[to].toSpliced(Math.max(0, at), 0, piece) };
}

/** How many pieces of a program follow the usual order, and whether it is complete. Lines that look the same count as the same. */
export function followsUsual(
  program: readonly number[],
  pieces: readonly string[],
  usual: number,
): { readonly count: number; readonly isAll: boolean } {
  const text = (piece: number | undefined) => (piece === undefined ? undefined : pieces[piece]?.trimEnd());
  const first = program.findIndex((piece, at) => at >= usual || text(piece) !== text(at));
  const count = first === -1 ? program.length : first;
  return { count, isAll: count === usual && program.length === usual };
}

/** The program as it goes into the editor. */
export const programText = (program: readonly number[], pieces: readonly string[]) =>
  `${program.map((piece) => pieces[piece]).join('\n')}\n`;

interface OrderOptions {
  readonly solution: string;
  readonly puzzle: LinePuzzle;
  /** Puts the program into the editor and runs it. */
  readonly onRun: (program: string) => void;
}

type List = keyof LineOrder;

/** The lines of the solution, to be put in order by buttons or by dragging. */
export class OrderLines {
  readonly #element: HTMLElement;
  readonly #pieces: readonly string[];
  /** How many of the pieces are the solution; the rest belong nowhere. */
  readonly #usual: number;
  #order: LineOrder;
  #dragged: number | undefined;

  constructor(element: HTMLElement, { solution, puzzle, onRun }: OrderOptions) {
    this.#element = element;
    this.#pieces = piecesOf(solution, puzzle);
    this.#usual = puzzle.lengths.length;
    this.#order = shuffled(this.#pieces.length);
    partOf(element, '[data-order-check]').onclick = () => this.#check();
    partOf(element, '[data-order-run]').onclick = () => onRun(programText(this.#order.program, this.#pieces));
    for (const name of ['left', 'program'] as const) {
      const list = this.#list(name);
      list.ondragover = (event) => event.preventDefault();
      list.ondrop = (event) => this.#drop(event, name);
    }
  }

  open(): void {
    this.#element.hidden = false;
    this.#draw();
    partOf(this.#element, 'h3').focus();
  }

  #list(name: List): HTMLElement {
    return partOf(this.#element, `[data-order="${name}"]`);
  }

  #draw(): void {
    for (const name of ['left', 'program'] as const)
      this.#list(name).replaceChildren(...this.#order[name].map((piece) => this.#row(piece, name)));
  }

  #row(piece: number, name: List): HTMLLIElement {
    const text = this.#pieces[piece] ?? '';
    const line = buildButton(text.trimEnd(), () => this.#swapList(piece, name));
    const row = build('li', '', line);
    row.dataset['piece'] = String(piece);
    row.draggable = true;
    row.addEventListener('dragstart', ({ dataTransfer }) => {
      this.#dragged = piece;
      dataTransfer?.setData('text/plain', text);
    });
    if (name === 'program') row.append(this.#mover(piece, 'up'), this.#mover(piece, 'down'));
    return row;
  }

  #mover(piece: number, way: 'up' | 'down'): HTMLButtonElement {
    const button = buildButton('', () => {
      this.#move(piece, 'program', this.#order.program.indexOf(piece) + (way === 'up' ? -1 : 1));
      this.#focus(piece, `[data-way="${way}"]`);
    });
    button.dataset['way'] = way;
    button.append(build('span', 'visually-hidden', `Move ${way}: ${this.#pieces[piece]?.trim().split('\n')[0]}`));
    return button;
  }

  /** Puts a line at the end of the program, or takes it out of it; the focus goes to its neighbor. */
  #swapList(piece: number, from: List): void {
    const at = this.#order[from].indexOf(piece);
    const to = from === 'left' ? 'program' : 'left';
    this.#move(piece, to, this.#order[to].length);
    this.#focus(this.#order[from][at] ?? this.#order[from].at(-1) ?? piece);
  }

  #focus(piece: number, button = ':first-child'): void {
    this.#element.querySelector<HTMLElement>(`[data-piece="${piece}"] > ${button}`)?.focus();
  }

  #drop(event: DragEvent, to: List): void {
    event.preventDefault();
    const piece = this.#dragged;
    if (piece === undefined) return;
    const above = [...this.#list(to).children].filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return row instanceof HTMLElement && row.dataset['piece'] !== String(piece) && top + height / 2 < event.clientY;
    });
    this.#dragged = undefined;
    this.#move(piece, to, above.length);
    this.#focus(piece);
  }

  #move(piece: number, to: List, at: number): void {
    this.#order = withMoved(this.#order, piece, { to, at });
    this.#draw();
    const { program } = this.#order;
    const place = program.indexOf(piece) + 1;
    this.#say(place === 0 ? 'Removed.' : `Place ${place} of ${program.length}.`);
    const isRight = followsUsual(program, this.#pieces, this.#usual).isAll;
    partOf(this.#element, '[data-order-run]').classList.toggle('button-go', isRight);
    if (isRight) this.#check();
  }

  #check(): void {
    const { program } = this.#order;
    const { count, isAll } = followsUsual(program, this.#pieces, this.#usual);
    if (isAll) this.#say('The order is right. “Run it” puts it into the editor and checks it.');
    else if (count === program.length) this.#say(`Right so far: ${count} of ${this.#usual} are in place.`);
    else this.#say(`Place ${count + 1} isn't in its usual order. Your order may work, too: “Run it” checks it.`);
  }

  #say(text: string): void {
    partOf(this.#element, '[role="status"]').textContent = text;
  }
}
