import { BADGE_LEADING, LABEL_LEADING } from './metrics.ts';
import { round } from './path-data.ts';
import type { RoutedNetwork } from './route-lines.ts';
import type { Box } from './types.ts';

/** One line of text; `y` is its baseline. */
interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: readonly TextLine[];
}

export type PlacedBadge = PlacedLabel;

/** Distance from the top of a line of text to its baseline, as a share of the leading. */
const BASELINE = 0.76;

/** Puts every name at its reserved place. `top` is the map's upper edge. */
export function placeLabels(
  { obstacles, columnPlaces, texts }: RoutedNetwork,
  top: number,
): { labels: ReadonlyMap<string, PlacedLabel>; badges: ReadonlyMap<string, PlacedBadge> } {
  const labels = new Map<string, PlacedLabel>();
  const badges = new Map<string, PlacedBadge>();
  for (const [column, boxes] of obstacles.entries()) {
    const x = columnPlaces[column] ?? 0;
    for (const box of boxes) {
      const placed = {
        left: round(x + box.left),
        right: round(x + box.right),
        top: round(box.top - top),
        bottom: round(box.bottom - top),
      };
      if (box.kind === 'label') {
        labels.set(box.id, writeText(texts.labels.get(box.id)?.text ?? [], { box: placed, leading: LABEL_LEADING }));
      }
      if (box.kind === 'badge') {
        badges.set(box.id, writeText(texts.badges.get(box.id)?.text ?? [], { box: placed, leading: BADGE_LEADING }));
      }
    }
  }
  return { labels, badges };
}

function writeText(
  text: readonly string[],
  { box, leading }: { readonly box: Box; readonly leading: number },
): PlacedLabel {
  const start = (box.top + box.bottom - text.length * leading) / 2;
  const x = round((box.left + box.right) / 2);
  const lines = text.map((line, index) => ({ text: line, x, y: round(start + (index + BASELINE) * leading) }));
  return { box, anchor: 'middle', text: lines };
}
