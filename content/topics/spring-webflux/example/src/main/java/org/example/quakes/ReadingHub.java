package org.example.quakes;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

// #region hub
@Component
class ReadingHub {
  private final Sinks.Many<Reading> sink = Sinks.many().multicast().directBestEffort();
  private final LongAdder dropped = new LongAdder();

  void publish(Reading reading) {
    sink.emitNext(reading, EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /** Each subscriber has its own buffer. When it's full, the oldest reading goes. */
  Flux<Reading> readings(double above) {
    return sink.asFlux()
        .filter(reading -> reading.magnitude() >= above) // or weak ones would push out strong ones
        .onBackpressureBuffer(
            256, reading -> dropped.increment(), BufferOverflowStrategy.DROP_OLDEST);
  }

  // #endregion hub

  long dropped() {
    return dropped.sum();
  }

  int subscribers() {
    return sink.currentSubscriberCount();
  }
}
