/** How long the pointer has to rest on a link before its page is fetched, in milliseconds. */
const rest = 80;

const fetched = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Fetches the page of a link that the reader is about to follow, once; not for those who want to save data. */
function prefetch(link: HTMLAnchorElement): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  const isPage = link.origin === location.origin && link.pathname.endsWith('/') && !link.hasAttribute('download');
  const address = link.pathname + link.search;
  const isHere = address === location.pathname + location.search;
  if (!isPage || isHere || connection?.saveData || fetched.has(address)) return;
  fetched.add(address);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = address;
  document.head.append(hint);
}

const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null);

addEventListener('pointerover', (event) => {
  clearTimeout(timer);
  const link = linkOf(event);
  if (link && event.pointerType === 'mouse') timer = setTimeout(() => prefetch(link), rest);
});
addEventListener('pointerdown', (event) => {
  const link = linkOf(event);
  if (link) prefetch(link);
});

export {};
