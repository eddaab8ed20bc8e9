package org.example.stations;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// region service
@Service
class StationService {
  private final StationRepository stations;

  StationService(StationRepository stations) {
    this.stations = stations;
  }

  @Transactional
  void importAll(List<Station> newStations) {
    stations.saveAll(newStations);
  }

  @Transactional
  void report(int number, Instant at) {
    Station station = stations.findById(number).orElseThrow();
    station.seen(at);
  }
}
// endregion service
