package org.example.quakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ReadingHubTest {
  final ReadingHub hub = new ReadingHub();

  // #region slow
  @Test
  void aSlowSubscriberLosesOldReadingsAndSlowsNoOneDown() {
    List<Reading> fast = new ArrayList<>();
    hub.readings(0).subscribe(fast::add);

    StepVerifier.create(hub.readings(0), 0)
        .then(() -> publish(1, 1000))
        .thenRequest(1)
        .expectNextMatches(reading -> reading.id().equals("745")) // the newest 256 are left
        .thenRequest(1)
        .expectNextMatches(reading -> reading.id().equals("746"))
        .thenCancel()
        .verify();

    assertThat(fast).hasSize(1000);
    assertThat(hub.dropped()).isEqualTo(744);
  }

  // #endregion slow

  @Test
  void weakReadingsDoNotPushOutAStrongOne() {
    StepVerifier.create(hub.readings(6), 0)
        .then(() -> hub.publish(new Reading("strong", "s", 6)))
        .then(() -> publish(1, 1000))
        .thenRequest(1)
        .expectNextMatches(reading -> reading.id().equals("strong"))
        .thenCancel()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void whatManyThreadsPublishArrives() throws Exception {
    var received = new ConcurrentLinkedQueue<Reading>();
    hub.readings(0).subscribe(received::add);

    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      threads.execute(() -> publish(1, 2000));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(received).hasSize(16_000);
  }

  private void publish(int first, int last) {
    for (int i = first; i <= last; i++) {
      hub.publish(new Reading("" + i, "s", 1));
    }
  }
}
