import { BADGE_PADDING, CLEARANCE, LABEL_LEADING, STOP_RADIUS, STROKE } from './metrics.ts';
import type { Extent, Rows } from './place-rows.ts';
import type { TextPlans } from './plan-labels.ts';
import type { Cell } from './types.ts';

/** Space between a stop and its name. */
const LABEL_GAP = 3;

/** A rectangle that lines keep clear of; `left` and `right` count from the middle of its column. */
export interface Obstacle {
  readonly kind: 'stop' | 'label' | 'badge';
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The space a cell wants above its first line and below its last. */
export function measureExtent(cell: Cell, { labels, badges }: TextPlans): Extent {
  if (cell.kind === 'pass') return { above: STROKE / 2 + CLEARANCE, below: STROKE / 2 + CLEARANCE };
  if (cell.kind === 'badge') {
    const half = (badges.get(cell.id)?.height ?? 0) / 2 + 2;
    return { above: half, below: half };
  }
  const label = labels.get(cell.id);
  const named = STOP_RADIUS + LABEL_GAP + (label?.height ?? 0) + 1;
  const bare = STOP_RADIUS + LABEL_GAP + 2;
  return label?.side === 'above' ? { above: named, below: bare } : { above: bare, below: named };
}

/** Everything in a column that lines must not touch. */
export function listObstacles(
  column: readonly Cell[],
  { rows, texts }: { readonly rows: Rows[number]; readonly texts: TextPlans },
): readonly Obstacle[] {
  return column.flatMap((cell): Obstacle[] => {
    const top = rows.get(cell.lines[0] ?? -1) ?? 0;
    const bottom = rows.get(cell.lines.at(-1) ?? -1) ?? 0;
    if (cell.kind === 'pass') return [];
    if (cell.kind === 'badge') return [describeBadge(cell.id, { row: top, texts })];
    const label = texts.labels.get(cell.id);
    const reach = STOP_RADIUS;
    const stop = { kind: cell.kind, id: cell.id, left: -reach, right: reach, top: top - reach, bottom: bottom + reach };
    if (!label) return [stop];
    const edge = label.side === 'above' ? stop.top - LABEL_GAP - label.height : stop.bottom + LABEL_GAP;
    const half = label.width / 2;
    return [stop, { kind: 'label', id: cell.id, left: -half, right: half, top: edge, bottom: edge + label.height }];
  });
}

function describeBadge(id: string, { row, texts }: { readonly row: number; readonly texts: TextPlans }): Obstacle {
  const { width, height } = texts.badges.get(id) ?? { width: 2 * BADGE_PADDING, height: LABEL_LEADING };
  return { kind: 'badge', id, left: -width / 2, right: width / 2, top: row - height / 2, bottom: row + height / 2 };
}
