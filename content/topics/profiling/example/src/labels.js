export class Label {
  constructor(lot) {
    this.text = `${lot.name}, picked ${formatDate(lot.picked)}`;
  }
}

// #region fixed
const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeZone: 'Africa/Nairobi',
});

function formatDate(ms) {
  return format.format(ms);
}
// #endregion fixed

function sortLots(lots) {
  return lots.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function renderLabels(lots) {
  return lots.map((lot) => new Label(lot));
}

export function labelsFor(json) {
  return renderLabels(sortLots(JSON.parse(json)));
}
