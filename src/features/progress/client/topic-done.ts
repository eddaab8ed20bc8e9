import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { isLearned, stateOf, stateWords } from '../progress.ts';
import { doneMessage, toggleDone } from './finish-topic.ts';
import { progress } from './progress-store.ts';
import { openStateMenu } from './state-menu.ts';
import { followedRoadmap } from './study-choices.ts';

/** The button that marks a topic done on its page, and the one that offers the other states. */
class TopicDone extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const { topic = '', title = '', roadmaps = '' } = this.dataset;
    const done = partOf<HTMLButtonElement>(this, '[data-done]');
    const label = partOf(done, '[data-label]');
    const more = this.querySelector<HTMLButtonElement>('[data-more]');
    const toDo = label.textContent;
    const roadmap = followedRoadmap(roadmaps.split(' ').filter(Boolean));
    for (const hint of ['pointerenter', 'focus']) done.addEventListener(hint, doneMessage.hint, { signal, once: true });
    done.addEventListener('click', () => void toggleDone(topic, roadmap), { signal });
    more?.addEventListener('click', () => openStateMenu(more, { topic, title }), { signal });
    progress.watch((marks) => {
      const state = stateOf(marks, topic);
      done.dataset['state'] = state;
      done.setAttribute('aria-pressed', String(isLearned(state)));
      label.textContent = isLearned(state) ? 'Done' : toDo;
      const note = this.querySelector('[data-note]');
      if (note) note.textContent = state === 'none' || state === 'done' ? '' : stateWords[state];
    }, signal);
    done.disabled = false;
    if (more) more.disabled = false;
  }
}

customElements.define('topic-done', TopicDone);
