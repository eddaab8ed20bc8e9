import { build, buildLink } from '#lib/browser/build.ts';
import { countText } from '#lib/wording.ts';
import { type CostedNode, pathTo, readyTopics } from '../next.ts';
import type { PlanData, PlanTopic } from '../plan-data.ts';
import { hoursOf } from '../words.ts';

/** How many ready topics are listed. */
const mostReady = 8;

const nodesOf = ({ topics }: PlanData): CostedNode[] =>
  topics.map(({ id, halves, prerequisites }) => ({
    id,
    halves,
    prerequisites: prerequisites.map(({ topic }) => topic),
  }));

/** Topics that can be started now, those first that open the most others. */
export function drawReady(data: PlanData, known: ReadonlySet<string>): HTMLElement[] {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const ready = readyTopics(nodesOf(data), known);
  const items = ready.slice(0, mostReady).flatMap(({ id, opens }) => {
    const topic = topics.get(id);
    const note = opens > 0 ? `, ${countText(opens, 'topic')} build on it` : '';
    return topic ? [build('li', '', buildLink(topic.address, topic.title), ` (${hoursOf(topic.halves)}${note})`)] : [];
  });
  const rest = ready.length - items.length;
  return [
    ...items,
    ...(rest > 0 ? [build('li', '', `And ${countText(rest, 'other')}.`)] : []),
    ...(ready.length === 0 ? [build('li', '', 'None: you have marked everything.')] : []),
  ];
}

/** The topics on the shortest path to one, itself the last; none when it is known. */
export function stepsTo(
  data: PlanData,
  { target, known }: { target: PlanTopic; known: ReadonlySet<string> },
): readonly PlanTopic[] {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  return pathTo(nodesOf(data), { target: target.id, known }).flatMap((id) => topics.get(id) ?? []);
}

/** "Learn Kafka from here: 6 topics, 21 hours." */
export function pathText({ title }: PlanTopic, path: readonly PlanTopic[]): string {
  const halves = path.reduce((sum, topic) => sum + topic.halves, 0);
  return path.length === 0
    ? `You have marked ${title} already.`
    : `Learn ${title} from here: ${countText(path.length, 'topic')}, ${countText(Math.round(halves / 2), 'hour')}.`;
}

/** The steps of a path, each with its reason, and a button that plans them. */
export function drawPath(path: readonly PlanTopic[], plan: () => void): HTMLElement[] {
  if (path.length === 0) return [];
  const button = build('button', 'button', 'Put it into the plan');
  button.type = 'button';
  button.addEventListener('click', plan);
  return [build('ol', 'plan-path', ...path.map((topic) => drawStep(topic, path))), build('p', 'mt-3', button)];
}

/** A stop of the path, with the reason of the first later stop that needs it. */
function drawStep(topic: PlanTopic, path: readonly PlanTopic[]): HTMLElement {
  const next = path.find(({ prerequisites }) => prerequisites.some(({ topic: id }) => id === topic.id));
  const why = next?.prerequisites.find(({ topic: id }) => id === topic.id)?.why;
  const item = build('li', '', buildLink(topic.address, topic.title), ` (${hoursOf(topic.halves)})`);
  if (next && why) item.append(build('span', 'stop-note', `For ${next.title}: ${why}`));
  return item;
}
