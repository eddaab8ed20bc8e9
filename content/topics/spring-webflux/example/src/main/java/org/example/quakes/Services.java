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

  Services(
      WebClient.Builder builder,
      @Value("${services.stations}") String stations,
      @Value("${services.alarms}") String alarms) {
    this.stations = builder.clone().baseUrl(stations).build();
    this.alarms = builder.clone().baseUrl(alarms).build();
  }

  // #region station
  Mono<Station> station(String id) {
    return stations
        .get()
        .uri("/stations/{id}", id)
        .retrieve()
        .bodyToMono(Station.class)
        .timeout(Duration.ofMillis(300));
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
        .timeout(Duration.ofSeconds(1))
        .then();
  }

  record Station(String name) {}
}
