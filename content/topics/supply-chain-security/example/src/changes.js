// #region changes
/** What a person has to look at in a change of package-lock.json. */
export function reviewChanges(before, after) {
  const notes = [];
  for (const [path, entry] of Object.entries(after.packages)) {
    if (!path.includes('node_modules/') || entry.link) continue;
    const old = before.packages[path];
    const name = path.split('node_modules/').at(-1);
    const say = (level, text) =>
      notes.push(`${level} ${name}@${entry.version}: ${text}`);

    if (!entry.integrity) {
      if (!entry.inBundle) say('BLOCK', 'has no hash');
      else if (!old) say('LOOK ', 'comes inside another package');
    }
    if (old?.version === entry.version && old.integrity !== entry.integrity) {
      say('BLOCK', 'same version, other content');
    }
    if (entry.hasInstallScript && !old?.hasInstallScript) {
      say('LOOK ', 'wants to run a script at install');
    }
    if (!old) say('LOOK ', 'is new in the tree');
  }
  return notes;
}
// #endregion changes
