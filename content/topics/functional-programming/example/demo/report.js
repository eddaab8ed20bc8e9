const file = process.argv[2] === 'fixed' ? 'report.js' : 'report-before.js';
const { countRises, warmest } = await import(`../src/${file}`);

// #region report
const readings = [
  { at: '08:00', celsius: -18 },
  { at: '08:10', celsius: -17.5 },
  { at: '08:20', celsius: -14 },
  { at: '08:30', celsius: -17 },
];

console.log('rises:', countRises(readings));
console.log('warmest:', warmest(readings).at);
console.log('rises:', countRises(readings));
// #endregion report
