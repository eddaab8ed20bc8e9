import { BADGE_LEADING, BADGE_PADDING, BADGE_SIZE, LABEL_LEADING, LABEL_SIZE } from './metrics.ts';
import { widestOf, wrapText } from './text-width.ts';
import { findPlace, locateLines } from './track-cost.ts';
import type { Cell, ChosenNetwork } from './types.ts';

/** A stop's name, broken into lines, and the side of the stop it is written on. */
interface LabelPlan {
  readonly text: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly side: 'above' | 'below';
}

/** A line's name as it stands in its badge. */
interface BadgePlan {
  readonly text: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface TextPlans {
  readonly labels: ReadonlyMap<string, LabelPlan>;
  readonly badges: ReadonlyMap<string, BadgePlan>;
}

/** Breaks all names into lines of at most `width` and writes each stop's name on the side its lines leave free. */
export function planTexts(
  network: ChosenNetwork,
  { cells, width }: { readonly cells: readonly (readonly Cell[])[]; readonly width: number },
): TextPlans {
  const labels = network.stops.map(({ id, title }): [string, LabelPlan] => {
    const text = wrapText(title, { size: LABEL_SIZE, width, most: 3 });
    const plan = { text, width: widestOf(text, LABEL_SIZE), height: text.length * LABEL_LEADING };
    return [id, { ...plan, side: chooseSide(cells, id) }];
  });
  const badges = network.lines.map(({ id, title }): [string, BadgePlan] => {
    const text = wrapText(title, { size: BADGE_SIZE, width, most: 2 });
    // Badges are set in the bold weight, which runs a little wider.
    const inner = widestOf(text, BADGE_SIZE) * 1.03;
    const height = text.length * BADGE_LEADING + BADGE_PADDING;
    return [id, { text, width: inner + 2 * BADGE_PADDING, height }];
  });
  return { labels: new Map(labels), badges: new Map(badges) };
}

/** The side that fewer of the stop's own lines leave towards. */
function chooseSide(cells: readonly (readonly Cell[])[], id: string): LabelPlan['side'] {
  const column = cells.findIndex((items) => items.some((cell) => cell.id === id && cell.kind === 'stop'));
  const own = locateLines(cells[column] ?? []);
  const members = cells[column]?.find((cell) => cell.id === id)?.lines ?? [];
  let upwards = 0;
  for (const neighbor of [column - 1, column + 1]) {
    const places = locateLines(cells[neighbor] ?? []);
    for (const line of members) {
      const here = findPlace(own, line) ?? 0;
      upwards += Math.sign(here - (findPlace(places, line) ?? here));
    }
  }
  return upwards > 0 ? 'below' : 'above';
}
