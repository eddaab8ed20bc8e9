import roadmapStyle from '#features/catalog/roadmap/strip.css?url';
import topicStyle from '#styles/topic.css?url';

/** Styles of kinds of pages, beside the one of all pages. */
const styles = { '/roadmaps/': roadmapStyle, '/topics/': topicStyle };

/** How long the pointer has to rest on a link before its page is fetched, in milliseconds. */
const rest = 80;

const fetched = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Fetches the page of a link that the reader is about to follow, once; not for those who want to save data. */
function prefetch(link: Element): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  // Links in an SVG have no `pathname` and the like, so the attribute is read.
  const { origin, pathname, search } = new URL(link.getAttribute('href') ?? '', location.href);
  const isPage = origin === location.origin && pathname.endsWith('/') && !link.hasAttribute('download');
  const address = pathname + search;
  const isHere = address === location.pathname + location.search;
  if (!isPage || isHere || connection?.saveData || fetched.has(address)) return;
  fetched.add(address);
  addHint(address);
  // The first view waits for its style sheet, which the browser would only find once it has the page.
  for (const [folder, style] of Object.entries(styles)) if (pathname.includes(folder)) addHint(style, 'style');
}

function addHint(address: string, as = ''): void {
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.as = as;
  hint.href = address;
  document.head.append(hint);
}

const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest('a[href]') : null);

addEventListener('pointerover', (event) => {
  clearTimeout(timer);
  const link = linkOf(event);
  if (link && event.pointerType === 'mouse') timer = setTimeout(() => prefetch(link), rest);
});
addEventListener('pointerdown', (event) => {
  const link = linkOf(event);
  if (link) prefetch(link);
});
