import { type CostedNode, pathTo, readyTopics } from '#domain/plan/next.ts';
import type { PlanData, PlanTopic } from '#domain/plan/plan-data.ts';
import { hoursOf } from '#domain/plan/words.ts';
import { countText } from '#domain/wording.ts';
import { build, buildLink } from '../build.ts';

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

/** The way to a topic with the reason for every stop, and a button that plans it. */
export function drawPath(
  data: PlanData,
  { target, known, plan }: { target: PlanTopic; known: ReadonlySet<string>; plan: () => void },
): HTMLElement[] {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const path = pathTo(nodesOf(data), { target: target.id, known }).flatMap((id) => topics.get(id) ?? []);
  if (path.length === 0) return [build('p', '', `You have marked ${target.title} already.`)];
  const halves = path.reduce((sum, topic) => sum + topic.halves, 0);
  const list = build('ol', 'plan-path', ...path.map((topic) => drawStep(topic, path)));
  const button = build('button', 'button', 'Put it into the plan');
  button.type = 'button';
  button.addEventListener('click', plan);
  const head = `Learn ${target.title} from here: ${countText(path.length, 'topic')}, ${Math.round(halves / 2)} hours.`;
  return [build('p', 'font-heading font-bold', head), list, build('p', 'mt-3', button)];
}

/** A stop of the path, with the reason of the first later stop that needs it. */
function drawStep(topic: PlanTopic, path: readonly PlanTopic[]): HTMLElement {
  const next = path.find(({ prerequisites }) => prerequisites.some(({ topic: id }) => id === topic.id));
  const why = next?.prerequisites.find(({ topic: id }) => id === topic.id)?.why;
  const item = build('li', '', buildLink(topic.address, topic.title), ` (${hoursOf(topic.halves)})`);
  if (next && why) item.append(build('span', 'stop-note', `For ${next.title}: ${why}`));
  return item;
}
