// #region rules
// A module is a folder below src/ (or before/). Others use its index.js only.
const uses = {
  appointments: ['pharmacy', 'billing'],
  pharmacy: [],
  billing: [],
};

const rules = Object.entries(uses).map(([module, allowed]) => ({
  name: `${module}-uses-only-what-is-declared`,
  severity: 'error',
  from: { path: `^[^/]+/${module}/` },
  to: {
    path: '^(src|before)/',
    pathNot: `^[^/]+/(shared|${[module, ...allowed].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'only-through-the-index',
      severity: 'error',
      from: { path: '^[^/]+/([^/]+)/' },
      to: {
        path: '^(src|before)/[^/]+/',
        pathNot: ['^[^/]+/$1/', '^[^/]+/[^/]+/index\\.js$', '^[^/]+/shared/'],
      },
    },
    {
      name: 'shared-knows-no-module',
      severity: 'error',
      from: { path: '^[^/]+/shared/' },
      to: { path: '^(src|before)/', pathNot: '^[^/]+/shared/' },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' } },
};
// #endregion rules
