// #region changes
export const oldest = '2026-01-15';

/** The breaking changes, newest first: `down` makes an older parcel, `up` a newer one. */
export const changes = [
  {
    date: '2026-06-01',
    what: 'A parcel on its way has the status in_transit, not moving.',
    parcel: {
      down: (parcel) => renameStatus(parcel, 'in_transit', 'moving'),
      up: (parcel) => renameStatus(parcel, 'moving', 'in_transit'),
    },
    filter: { up: (filter) => renameStatus(filter, 'moving', 'in_transit') },
  },
  {
    date: '2026-03-01',
    what: 'The address of a parcel is an object, not a text.',
    parcel: {
      down: (parcel) => ({ ...parcel, address: toText(parcel.address) }),
      up: (parcel) => {
        if (typeof parcel.address !== 'string') return parcel;
        return { ...parcel, address: { unparsed: parcel.address } };
      },
    },
  },
];

function renameStatus(value, from, to) {
  return value.status === from ? { ...value, status: to } : value;
}

function toText(address) {
  if (address === null) return null;
  const { unparsed, street, postalCode, city } = address;
  return unparsed ?? `${street}, ${postalCode} ${city}`;
}
// #endregion changes

// #region versions
/** What the app asks about versions: which there are, and how to convert a value. */
export function createVersions(changes, oldest) {
  const served = changes.filter((change) => !change.retired);
  const known = [...served.map((change) => change.date), oldest];
  const between = (type, version) =>
    changes.filter((change) => change.date > version && change[type]);

  return {
    known,
    latest: known[0],
    show: (type, value, version) =>
      between(type, version).reduce(
        (newer, change) => change[type].down(newer),
        value,
      ),
    read: (type, value, version) =>
      between(type, version).reduceRight(
        (older, change) => change[type].up(older),
        value,
      ),
  };
}
// #endregion versions
