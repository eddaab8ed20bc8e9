package org.example.quakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.blockhound.BlockHound;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
class ServiceTest {
  static final AtomicInteger open = new AtomicInteger();
  static final AtomicInteger mostOpen = new AtomicInteger();
  static final ConcurrentLinkedQueue<String> alarms = new ConcurrentLinkedQueue<>();

  // #region blockhound
  static {
    BlockHound.install(); // a blocking call on a thread that mustn't block throws an error now
  }

  @Test
  void blockHoundIsWatching() {
    Mono<Void> sleep =
        Mono.<Void>fromRunnable(ServiceTest::sleep).subscribeOn(Schedulers.parallel());

    StepVerifier.create(sleep).expectErrorMatches(e -> e.toString().contains("sleep")).verify();
  }

  // #endregion blockhound

  static void sleep() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stations named slow-… take 200 ms, hang never responds, and nothing is known about others. */
  static final DisposableServer others =
      HttpServer.create()
          .port(0)
          .route(
              routes ->
                  routes
                      .get(
                          "/stations/{id}",
                          (request, response) -> {
                            String id = request.param("id");
                            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                            Mono<String> body =
                                id.equals("hang")
                                    ? Mono.never()
                                    : Mono.just("{\"name\":\"Station " + id + "\"}");
                            return response
                                .header("Content-Type", "application/json")
                                .sendString(
                                    body.delayElement(
                                            Duration.ofMillis(id.startsWith("slow") ? 200 : 1))
                                        .doFinally(signal -> open.decrementAndGet()));
                          })
                      .put(
                          "/alarms/{id}",
                          (request, response) -> {
                            if (request.param("id").equals("refused")) {
                              return response.status(503).send();
                            }
                            if (request.param("id").equals("hang")) {
                              return response.status(204).send(Mono.never());
                            }
                            alarms.add(request.param("id"));
                            return response.status(204).send();
                          }))
          .bindNow();

  @DynamicPropertySource
  static void urls(DynamicPropertyRegistry registry) {
    String url = "http://localhost:" + others.port();
    registry.add("services.stations", () -> url);
    registry.add("services.alarms", () -> url);
    registry.add("services.station-timeout", () -> "2s"); // for busy machines
    registry.add("services.alarm-timeout", () -> "3s");
  }

  @AfterAll
  static void stop() {
    others.disposeNow();
  }

  @Autowired WebTestClient web;
  @Autowired ReadingHub hub;
  @Autowired Services services;
  @LocalServerPort int port;

  @BeforeEach
  void noOneListens() throws Exception {
    for (int i = 0; hub.subscribers() > 0; i++) {
      assertThat(i).isLessThan(200);
      hub.publish(new Reading("0", "wake", 0)); // a write finds out who has gone
      Thread.sleep(50);
    }
    mostOpen.set(0);
  }

  @Test
  void keepsTheOrderAndLimitsTheCalls() {
    StepVerifier.create(live(0).map(ReadingController.Line::magnitude).take(20))
        .then(() -> publish(i -> i % 5 == 0 ? "slow-" + i : "s" + i, 20))
        .expectNextSequence(IntStream.range(0, 20).mapToObj(i -> (double) i).toList())
        .expectComplete()
        .verify(Duration.ofSeconds(10));

    assertThat(mostOpen.get()).isBetween(2, 8);
  }

  @Test
  void aStationThatHangsOnlyCostsItsName() {
    StepVerifier.create(live(0).map(ReadingController.Line::station).take(2))
        .then(() -> publish(i -> i == 0 ? "hang" : "s1", 2))
        .expectNext("hang", "Station s1")
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void leavesOutWhatIsTooWeak() {
    StepVerifier.create(live(3).map(ReadingController.Line::magnitude).take(2))
        .then(() -> publish(i -> "s", 5))
        .expectNext(3.0, 4.0)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void aClientThatLeavesIsForgotten() throws Exception {
    Disposable client = live(0).subscribe();
    await(1);
    client.dispose();
    await(0);
  }

  @Test
  void aStrongReadingRaisesAnAlarm() {
    post(Map.of("id", "strong", "station", "s", "magnitude", 6)).expectStatus().isAccepted();
    post(Map.of("id", "weak", "station", "s", "magnitude", 5.9)).expectStatus().isAccepted();

    assertThat(alarms).contains("strong").doesNotContain("weak");
  }

  @Test
  void anAcceptedReadingReachesTheStream() {
    StepVerifier.create(live(0).take(1))
        .then(() -> await(1))
        .then(() -> post(Map.of("id", "1", "station", "s1", "magnitude", 2)))
        .expectNext(new ReadingController.Line("Station s1", 2))
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void withoutItsAlarmAReadingIsNotAcceptedOrPublished() {
    var published = new ConcurrentLinkedQueue<Reading>();
    Disposable subscription = hub.readings(0).subscribe(published::add);

    for (String id : List.of("refused", "hang")) {
      post(Map.of("id", id, "station", "s", "magnitude", 7)).expectStatus().is5xxServerError();
    }
    subscription.dispose();

    assertThat(published).isEmpty();
  }

  @Test
  void refusesBrokenReadings() {
    for (Map<String, ?> broken :
        List.of(
            Map.<String, Object>of(),
            Map.of("id", "1", "magnitude", 1),
            Map.of("id", "1", "station", "s", "magnitude", "strong"),
            Map.of("id", "1", "station", "s", "magnitude", "NaN"),
            Map.of("id", "1", "station", "s", "magnitude", "Infinity"))) {
      post(broken).expectStatus().isBadRequest();
    }
  }

  @Test
  void publishingDoesNotStartTheCallsForTheDashboards() {
    var callers = new ConcurrentLinkedQueue<Thread>();
    Services recording =
        new Services(WebClient.builder(), "", "", Duration.ZERO, Duration.ZERO) {
          @Override
          Mono<Station> station(String id) {
            callers.add(Thread.currentThread());
            return Mono.just(new Station(id));
          }
        };

    StepVerifier.create(new ReadingController(hub, recording).live(0).take(1))
        .then(() -> hub.publish(new Reading("1", "s", 1)))
        .expectNextCount(1)
        .expectComplete()
        .verify(Duration.ofSeconds(5));

    assertThat(callers).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void aDashboardThatDoesNotReadHasABoundedBuffer() {
    ReadingHub hub = new ReadingHub();
    var unread =
        new BaseSubscriber<ReadingController.Line>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            // requests nothing
          }
        };

    new ReadingController(hub, services).live(0).subscribe(unread);
    IntStream.range(0, 1000).forEach(i -> hub.publish(new Reading("" + i, "s", 1)));
    unread.cancel();

    assertThat(hub.dropped()).isGreaterThan(700);
  }

  private WebTestClient.ResponseSpec post(Map<String, ?> reading) {
    return web.post()
        .uri("/readings")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(reading)
        .exchange();
  }

  private Flux<ReadingController.Line> live(double above) {
    return WebClient.create("http://localhost:" + port)
        .get()
        .uri("/readings?above={above}", above)
        .accept(MediaType.TEXT_EVENT_STREAM)
        .retrieve()
        .bodyToFlux(ReadingController.Line.class);
  }

  private void publish(IntFunction<String> station, int count) {
    await(1);
    IntStream.range(0, count).forEach(i -> hub.publish(new Reading("" + i, station.apply(i), i)));
  }

  private void await(int subscribers) {
    for (int i = 0; hub.subscribers() != subscribers; i++) {
      assertThat(i).isLessThan(500);
      sleep();
    }
  }
}
