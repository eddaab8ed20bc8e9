// #region naive
const normalize = (number) => number.trim().toUpperCase();

export function matchNaive(scans, deliveries) {
  return scans.map((scan) =>
    deliveries.find(
      (delivery) => normalize(delivery.parcel) === normalize(scan),
    ),
  );
}
// #endregion naive

// #region fixed
export function matchFixed(scans, deliveries) {
  const byParcel = new Map();
  for (const delivery of deliveries) {
    const key = normalize(delivery.parcel);
    if (!byParcel.has(key)) byParcel.set(key, delivery);
  }
  return scans.map((scan) => byParcel.get(normalize(scan)));
}
// #endregion fixed
