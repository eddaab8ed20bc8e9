import { type states, stateWords } from '#domain/progress/progress.ts';
import type { ListedTopic } from './exchange.ts';

/** A heading with the count, and the topics of one state. */
export function buildGroup({
  state,
  topics,
}: {
  state: (typeof states)[number];
  topics: readonly ListedTopic[];
}): HTMLElement {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.className = 'mb-2 text-lg';
  title.textContent = `${stateWords[state]} (${topics.length})`;
  const list = document.createElement('ul');
  list.className = 'plain-list';
  list.append(...topics.map((topic) => buildItem(topic)));
  section.append(title, list);
  return section;
}

/** A link to a topic, with the word for its state where the list mixes states. */
export function buildItem({ title, address }: ListedTopic, word?: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  item.append(link, ...(word ? [`: ${word.toLowerCase()}`] : []));
  return item;
}
