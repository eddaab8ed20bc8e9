import { firstView } from '#lib/browser/first-view.ts';
import { withBase } from '#lib/href.ts';

/**
 * Links the web manifest behind the first view: a browser that finds it in a page loads it before the text is drawn.
 * The home page, with which an installed site opens, has it in its HTML.
 */
void firstView.then(() => {
  if (document.querySelector('link[rel="manifest"]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = withBase('/site.webmanifest', import.meta.env.BASE_URL);
  document.head.append(link);
});
