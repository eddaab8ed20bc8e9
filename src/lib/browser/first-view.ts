/**
 * Resolves when the page has loaded and was painted once: what a page loads for itself waits for that.
 * A page in the background is not painted, and does not wait for it.
 */
export const firstView: Promise<void> = new Promise((resolve) => {
  const drawn = () => (document.hidden ? resolve() : requestAnimationFrame(() => setTimeout(resolve)));
  if (document.readyState === 'complete') drawn();
  else addEventListener('load', drawn, { once: true });
});
