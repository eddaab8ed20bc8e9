package org.example.lockers;

class InMemoryParcelsTest extends ParcelsContract {
  private final InMemoryParcels parcels = new InMemoryParcels();

  @Override
  Parcels parcels() {
    return parcels;
  }

  @Override
  void add(Parcel parcel) {
    parcels.add(parcel);
  }
}
