// #region labels
export class Label {
  constructor(lot) {
    this.text = `${lot.name}, picked ${formatDate(lot.picked)}`;
  }
}

function formatDate(ms) {
  return new Date(ms).toLocaleDateString('en-GB', {
    dateStyle: 'medium',
    timeZone: 'Africa/Nairobi',
  });
}

function sortLots(lots) {
  return lots.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function renderLabels(lots) {
  return lots.map((lot) => new Label(lot));
}

export function labelsFor(json) {
  return renderLabels(sortLots(JSON.parse(json)));
}
// #endregion labels
