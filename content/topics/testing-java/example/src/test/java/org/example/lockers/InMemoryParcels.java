package org.example.lockers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

// region fake
class InMemoryParcels implements Parcels {
  private final Map<String, Parcel> parcels = new HashMap<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  void add(Parcel parcel) {
    parcels.put(parcel.code(), parcel);
  }

  @Override
  public Optional<Parcel> find(String code) {
    return Optional.ofNullable(parcels.get(code));
  }

  @Override
  public boolean take(String code, Instant at) {
    return parcels.containsKey(code) && taken.add(code);
  }
}
// endregion fake
