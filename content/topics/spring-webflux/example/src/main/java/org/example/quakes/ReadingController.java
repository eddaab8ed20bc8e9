package org.example.quakes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
class ReadingController {
  private static final Logger log = LoggerFactory.getLogger(ReadingController.class);
  private final ReadingHub hub;
  private final Services services;

  ReadingController(ReadingHub hub, Services services) {
    this.hub = hub;
    this.services = services;
  }

  // #region live
  @GetMapping(path = "/readings", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<Line> live(@RequestParam(defaultValue = "0") double above) {
    return hub.readings(above)
        .publishOn(Schedulers.parallel(), 8) // the thread that publishes only fills buffers
        .flatMapSequential(this::withStation, 8); // at most 8 calls at a time, order kept
  }

  private Mono<Line> withStation(Reading reading) {
    return services
        .station(reading.station())
        .map(Services.Station::name)
        .onErrorResume(
            e -> {
              log.warn("no name for station {}: {}", reading.station(), e.toString());
              return Mono.empty();
            })
        .defaultIfEmpty(reading.station())
        .map(name -> new Line(name, reading.magnitude()));
  }

  // #endregion live

  // #region accept
  @PostMapping("/readings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> accept(@RequestBody Reading reading) {
    Mono<Void> alarm = reading.magnitude() >= 6 ? services.raiseAlarm(reading) : Mono.empty();
    return alarm.then(Mono.fromRunnable(() -> hub.publish(reading)));
  }

  // #endregion accept

  record Line(String station, double magnitude) {}
}
