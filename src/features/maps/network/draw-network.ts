import { levelAt, type Point } from '#content/network-lines.ts';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { getContent, type LineRef, type TopicRef } from '#content/views/site-content.ts';

/** A rectangle, with the names of the attributes of SVG. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Half the width of a stop, and the space between it and its name. */
const stopRadius = 7;
const nameGap = 3;
/** Smallest side of a target: 24 CSS pixels when the map is 1,104 pixels wide. */
const leastTarget = 25.5;
/** Distance between two lines of text, and from the top of one to its baseline as a share of that. */
const leading = { stop: 13.5, plate: 14 };
const baseline = 0.76;
/** Space above and below the text of a plate, added up. */
const platePadding = 8;
/** Radius of the bends. */
const bend = 14;

/**
 * The network map as content/network.yaml places it, as plain geometry for SVG.
 * @returns lines with their stops, and stops with the lines that call there; `label` is for screen readers.
 */
export function drawNetwork() {
  const { corpus, topic, line } = getContent();
  const { size, lines, stops } = corpus.network;
  const drawnStops = stops.map((stop) => {
    const through = lines.filter((each) => each.stops.includes(stop.topic));
    const heights = through.flatMap((each) => levelAt(stop.x, each) ?? []);
    const top = Math.min(...heights) - stopRadius;
    const capsule = {
      x: stop.x - stopRadius,
      y: top,
      width: 2 * stopRadius,
      height: Math.max(...heights) + stopRadius - top,
    };
    const nameHeight = stop.name.length * leading.stop;
    const nameTop = stop.side === 'above' ? top - nameGap - nameHeight : top + capsule.height + nameGap;
    const own = through.map(({ roadmap }) => line(roadmap));
    return {
      topic: topic(stop.topic),
      lines: own,
      label: labelOf(topic(stop.topic), own),
      capsule,
      target: atLeast(leastTarget, capsule),
      name: writeText(stop.name, { x: stop.x, top: nameTop, leading: leading.stop }),
    };
  });
  const drawnLines = lines.map(({ roadmap, name, plate, way, stops: calls }) => {
    const [x, y] = way[0] ?? [0, 0];
    const height = name.length * leading.plate + platePadding;
    return {
      line: line(roadmap),
      path: writePath(way),
      plate: { x: x - plate / 2, y: y - height / 2, width: plate, height },
      name: writeText(name, { x, top: y - (name.length * leading.plate) / 2, leading: leading.plate }),
      stops: calls.flatMap((id) => drawnStops.find((stop) => stop.topic.id === id) ?? []),
    };
  });
  return { width: size[0], height: size[1], lines: drawnLines, stops: drawnStops };
}

/** Also names the lines that include the topic but don't call at its stop on this map. */
function labelOf({ id, title }: TopicRef, own: readonly LineRef[]): string {
  const past = roadmapPages().filter(
    ({ data, stopIds, line }) => data.kind !== 'level' && stopIds.includes(id) && !own.includes(line),
  );
  const list = (lines: readonly LineRef[]) => lines.map((each) => each.title).join(', ');
  const also = past.length > 0 ? `; also part of: ${list(past.map(({ line }) => line))}` : '';
  return `${title}. Lines: ${list(own)}${also}`;
}

/** Lines of text one below the other; `y` is the baseline of each. */
function writeText(
  text: readonly string[],
  { x, top, leading: distance }: { readonly x: number; readonly top: number; readonly leading: number },
) {
  return text.map((words, index) => ({ text: words, x, y: round(top + (index + baseline) * distance) }));
}

function atLeast(side: number, { x, y, width, height }: Box): Box {
  const [across, along] = [Math.max(0, side - width), Math.max(0, side - height)];
  return { x: x - across / 2, y: y - along / 2, width: width + across, height: height + along };
}

/** A line's path as SVG path data, with rounded bends. */
function writePath(way: readonly Point[]): string {
  const parts = way.map((point, index) => {
    const [before, after] = [way[index - 1], way[index + 1]];
    if (!before) return `M${write(point)}`;
    if (!after) return `L${write(point)}`;
    return `L${write(towards(before, point))}Q${write(point)} ${write(towards(after, point))}`;
  });
  return parts.join('');
}

/** A point near a bend, on the way to another point: at most halfway there. */
function towards([x, y]: Point, [fromX, fromY]: Point): Point {
  const length = Math.hypot(x - fromX, y - fromY);
  const share = Math.min(bend, length / 2) / length;
  return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
}

const write = ([x, y]: Point) => `${round(x)} ${round(y)}`;

const round = (value: number) => Math.round(value * 100) / 100;
