package org.example.quakes;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Component
class Services {
  private final WebClient stations;
  private final WebClient alarms;
  private final Duration stationTimeout;
  private final Duration alarmTimeout;

  Services(
      WebClient.Builder builder,
      @Value("${services.stations}") String stations,
      @Value("${services.alarms}") String alarms,
      @Value("${services.station-timeout}") Duration stationTimeout,
      @Value("${services.alarm-timeout}") Duration alarmTimeout) {
    this.stations = builder.clone().baseUrl(stations).build();
    this.alarms = builder.clone().baseUrl(alarms).build();
    this.stationTimeout = stationTimeout;
    this.alarmTimeout = alarmTimeout;
  }

  // #region station
  Mono<Station> station(String id) {
    return stations
        .get()
        .uri("/stations/{id}", id)
        .retrieve()
        .bodyToMono(Station.class)
        .timeout(stationTimeout); // 300 ms
  }

  // #endregion station

  /** PUT with the reading's id, so that a repeated call doesn't raise a second alarm. */
  Mono<Void> raiseAlarm(Reading reading) {
    return alarms
        .put()
        .uri("/alarms/{id}", reading.id())
        .bodyValue(reading)
        .retrieve()
        .toBodilessEntity()
        .timeout(alarmTimeout)
        .then();
  }

  record Station(String name) {}
}
