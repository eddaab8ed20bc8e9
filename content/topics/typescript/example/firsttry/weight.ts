interface Parcel {
  id: string;
  kilograms: number;
}

// What the partner sent
const message =
  '[{ "id": "A1", "kilograms": "2.5" }, { "id": "A2", "kilograms": "2.5" }]';

const parcels = JSON.parse(message) as Parcel[];
const total = parcels.reduce((sum, parcel) => sum + parcel.kilograms, 0);
console.log(total);
