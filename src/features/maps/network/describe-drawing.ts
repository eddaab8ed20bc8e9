import type { DrawnStop, NetworkDrawing } from './draw-network.ts';
import { round } from './path-data.ts';
import type { Box } from './types.ts';

/** Least side of a target, in units of the drawing: 24 CSS pixels when the map is 1,104 pixels wide. */
const LEAST_TARGET = 25.5;

/** The titles of all lines by id. */
export function listLineNames({ lines }: NetworkDrawing): ReadonlyMap<string, string> {
  return new Map(lines.map(({ id, title }) => [id, title]));
}

/** A stop's accessible name: its title, the lines drawn through it, and the lines that have it but ride past. */
export function nameStop(stop: DrawnStop, names: ReadonlyMap<string, string>): string {
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ');
  const past = stop.alsoOn.length > 0 ? `; also part of: ${list(stop.alsoOn)}` : '';
  return `${stop.title}. Lines: ${list(stop.lines)}${past}`;
}

/** The color of the only line at a stop; undefined at an interchange. */
export function ownColor(stop: DrawnStop, { lines }: NetworkDrawing): string | undefined {
  return stop.lines.length === 1 ? lines.find(({ id }) => id === stop.lines[0])?.color : undefined;
}

/** The attributes of a box's `rect`, drawn `inset` inside it so that a stroke stays in the box. */
export function boxAttributes({ left, top, right, bottom }: Box, inset = 0) {
  return {
    x: round(left + inset),
    y: round(top + inset),
    width: round(right - left - 2 * inset),
    height: round(bottom - top - 2 * inset),
  };
}

/** The attributes of a box's hit area, large enough for a finger. */
export function targetAttributes(box: Box) {
  const across = Math.max(0, LEAST_TARGET - (box.right - box.left)) / 2;
  const along = Math.max(0, LEAST_TARGET - (box.bottom - box.top)) / 2;
  const { left, top, right, bottom } = box;
  return boxAttributes({ left: left - across, right: right + across, top: top - along, bottom: bottom + along });
}
