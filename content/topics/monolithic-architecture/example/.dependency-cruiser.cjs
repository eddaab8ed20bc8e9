// #region rules
// A module is a folder below src/ (or before/) that is listed here, with the
// modules that it may use. Others use its index.js only.
const uses = {
  appointments: ['pharmacy', 'billing'],
  pharmacy: [],
  billing: [],
};

const inModules = (names) => `^[^/]+/(${names.join('|')})/`;
const ours = '^(src|before)/';
const index = '^[^/]+/[^/]+/index\\.[jt]s$';
const shared = '^[^/]+/shared/';

const directions = Object.entries(uses).map(([module, allowed]) => ({
  name: `${module}-uses-only-what-is-declared`,
  severity: 'error',
  from: { path: inModules([module]) },
  to: { path: ours, pathNot: [inModules([module, ...allowed]), shared] },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'only-through-the-index',
      severity: 'error',
      from: { path: '^[^/]+/([^/]+)/' },
      to: { path: `${ours}[^/]+/`, pathNot: ['^[^/]+/$1/', index, shared] },
    },
    {
      name: 'main-only-through-the-index', // files next to the modules
      severity: 'error',
      from: { path: `${ours}[^/]+$` },
      to: { path: `${ours}[^/]+/`, pathNot: [index, shared] },
    },
    {
      name: 'every-module-is-declared',
      severity: 'error',
      from: { path: `${ours}[^/]+/`, pathNot: inModules(Object.keys(uses)) },
      to: { path: ours, pathNot: shared },
    },
    {
      name: 'every-import-is-found', // no rule sees where it leads otherwise
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // see type-only imports, too
  },
};
// #endregion rules
