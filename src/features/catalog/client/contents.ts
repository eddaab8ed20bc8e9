import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';

/** The contents of a topic: marks the section that is being read, and moves into a sheet on phones. */
class TopicContents extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const nav = partOf(this, '[data-contents]');
    const dialog = partOf<HTMLDialogElement>(this, 'dialog');
    const mark = this.#followReading(nav, signal);
    const opener = document.querySelector<HTMLButtonElement>('[data-contents-open]');
    opener?.addEventListener(
      'click',
      () => {
        partOf(dialog, '[data-contents-place]').append(nav);
        dialog.showModal();
        mark();
        nav.querySelector<HTMLElement>('[aria-current]')?.focus();
      },
      { signal },
    );
    // Disabled until now, because a tap before this script was loaded would be lost.
    if (opener) opener.disabled = false;
    // A click beside the sheet or on one of its links leads back to the text.
    dialog.addEventListener(
      'click',
      ({ target }) => {
        if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
      },
      { signal },
    );
    dialog.addEventListener('close', () => this.prepend(nav), { signal });
  }

  /** Marks the link to the section being read, now and on every scroll. Returns what marks it. */
  #followReading(nav: HTMLElement, signal: AbortSignal): () => void {
    const links = [...nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
    let waiting = false;
    const mark = () => {
      waiting = false;
      const isAbove = (heading: HTMLElement | null) =>
        heading !== null && heading.getBoundingClientRect().top < innerHeight / 3;
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const active = isAtEnd ? links.length - 1 : Math.max(0, headings.findLastIndex(isAbove));
      links.forEach((link, index) => {
        if (index !== active) link.removeAttribute('aria-current');
        else if (link.ariaCurrent !== 'location') {
          link.setAttribute('aria-current', 'location');
          keepInView(link, nav);
        }
      });
    };
    addEventListener(
      'scroll',
      () => {
        if (!waiting) requestAnimationFrame(mark);
        waiting = true;
      },
      { signal, passive: true },
    );
    mark();
    return mark;
  }
}

/** Scrolls the rail, never the page. */
function keepInView(link: HTMLElement, nav: HTMLElement): void {
  const rail = nav.closest<HTMLElement>('.topic-aside, dialog');
  if (!rail || rail.scrollHeight <= rail.clientHeight) return;
  const { top, bottom } = link.getBoundingClientRect();
  const frame = rail.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) rail.scrollTop += top - frame.top - frame.height / 3;
}

customElements.define('topic-contents', TopicContents);
