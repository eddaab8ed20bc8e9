/**
 * Resolves when the page has loaded and its first picture is drawn: what a page loads for itself comes behind that.
 * A page in the background is not drawn, and does not wait for it.
 */
export const firstView: Promise<void> = new Promise((resolve) => {
  const drawn = () => (document.hidden ? resolve() : requestAnimationFrame(() => setTimeout(resolve)));
  if (document.readyState === 'complete') drawn();
  else addEventListener('load', drawn, { once: true });
});
