// #region debounce
/** Runs the task once, when no call has come for a while. */
export function debounce(task, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, wait);
  };
}
// #endregion debounce
