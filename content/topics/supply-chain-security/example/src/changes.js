// #region changes
/** What a person has to look at in a change of package-lock.json. */
export function reviewChanges(before, after) {
  const notes = [];
  for (const [path, entry] of Object.entries(after.packages)) {
    if (!path.includes('node_modules/')) continue; // a workspace of your own
    const old = before.packages[path];
    const parts = path.split('node_modules/');
    const say = (level, text) =>
      notes.push(`${level} ${parts.at(-1)}@${entry.version ?? '-'}: ${text}`);

    if (entry.link) {
      if (old && !old.link) say('BLOCK', 'is a link to a folder now');
      continue;
    }
    const isNested = parts.length > 2;
    if (entry.inBundle && isNested && !entry.resolved) {
      if (!old?.inBundle) say('LOOK ', 'comes inside another package');
    } else if (!entry.integrity) {
      say('BLOCK', 'has no hash');
    }
    const url = entry.resolved;
    if (url && URL.canParse(url) && new URL(url).href !== url) {
      say('BLOCK', 'has a disguised URL'); // with /../, for example
    }
    if (entry.hasInstallScript && !old?.hasInstallScript) {
      say('LOOK ', 'wants to run a script at install');
    }
    if (!old) say('LOOK ', 'is new in the tree');
    else if (old.version === entry.version && old.integrity !== entry.integrity)
      say('BLOCK', 'same version, other content');
  }
  return notes;
}
// #endregion changes
