/** Three accounts and their pins, as a column of the table of accounts would hold them. */
export const createAccounts = () =>
  new Map([
    ['Bearer key-of-the-shop', { id: 'shop', version: '2026-01-15' }],
    ['Bearer key-of-the-depot', { id: 'depot', version: '2026-03-01' }],
    ['Bearer key-of-the-newcomer', { id: 'newcomer', version: null }],
  ]);

export const createParcels = () =>
  new Map(
    [
      {
        id: '7',
        shipment: 's1',
        status: 'in_transit',
        address: { street: 'Main St 4', postalCode: '9000', city: 'Ghent' },
      },
      { id: '8', shipment: 's1', status: 'created', address: null },
      {
        id: '9',
        shipment: 's2',
        status: 'delivered',
        address: { unparsed: '1 High St, London SW1A 1AA' },
      },
    ].map((parcel) => [parcel.id, parcel]),
  );
