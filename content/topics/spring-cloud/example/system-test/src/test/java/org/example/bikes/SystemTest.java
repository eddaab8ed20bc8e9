package org.example.bikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemTest {
  static boolean listIsOld = true;

  static final List<Program> programs = new ArrayList<>();
  static SettingsRepository repository;
  static Program settings, registry, gateway, first, second;
  static int statusWithoutInstances;

  @BeforeAll
  static void start() throws Exception {
    repository = SettingsRepository.create();
    repository.commit("application.yaml", "tariff: {unlock-cents: 100}\n");
    repository.commit("rentals.yaml", "tariff: {cents-per-minute: 15}\n");
    repository.commit("rentals-night.yaml", "tariff: {cents-per-minute: 10}\n");
    settings = keep(Program.start("settings", Map.of("SETTINGS_GIT", repository.uri())));
    registry = keep(Program.start("registry", Map.of()));
    eventually(() -> registry.get("/eureka/apps").statusCode() == 200);
    gateway = keep(Program.start("gateway", urls()));
    eventually(() -> gateway.get("/").statusCode() == 404);
    statusWithoutInstances = price().statusCode();
    eventually(() -> settings.get("/rentals/default").statusCode() == 200);
    first = keep(Program.start("rentals", urls()));
    second = keep(Program.start("rentals", urls()));
    eventually(() -> isListed(first) && isListed(second));
  }

  @BeforeEach
  void waitForTheGatewaysList() throws Exception {
    if (listIsOld) {
      Thread.sleep(16_000); // the registry's cache, the fetch, LoadBalancer's cache
    }
    listIsOld = false;
  }

  @AfterEach
  void thaw() throws Exception {
    first.thaw();
  }

  @AfterAll
  static void stop() {
    programs.forEach(Program::close);
  }

  @Test
  void requestsGoToTheInstancesInTurn() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(rent("turn-" + i).statusCode()).isEqualTo(201);
    }

    // Not exactly five each: Eureka's client shuffles the list when it fetches.
    assertThat(first.get("/rentals").body().split("turn-").length).isBetween(4, 8);
    assertThat(second.get("/rentals").body().split("turn-").length).isBetween(4, 8);
  }

  @Test
  void whileAnInstanceHangsMostReadsSucceed() throws Exception {
    first.freeze();
    int succeeded = 0;
    for (int i = 0; i < 10; i++) {
      succeeded += price().statusCode() == 200 ? 1 : 0;
    }

    assertThat(succeeded).isGreaterThanOrEqualTo(7); // without retries, about 5
  }

  // #region twice
  @Test
  void whileAnInstanceHangsNoBikeIsRentedTwice() throws Exception {
    first.freeze();
    List<Integer> statuses = new ArrayList<>();
    while (statuses.size() < 8 && !statuses.containsAll(List.of(201, 504))) {
      statuses.add(rent("bike-" + statuses.size()).statusCode());
    }
    first.thaw();
    Thread.sleep(1000); // now it handles the requests that waited in its socket

    String rented = first.get("/rentals").body() + second.get("/rentals").body();
    for (int i = 0; i < statuses.size(); i++) {
      assertThat(rented.split("\"bike-" + i + "\"")).hasSize(2); // once
    }
  }

  // #endregion twice

  @Test
  void aKilledInstanceLeavesTheListAfterTwiceItsLease() throws Exception {
    Program third = keep(Program.start("rentals", urls()));
    eventually(() -> isListed(third));
    waitForTheGatewaysList();
    third.close();
    Instant killed = Instant.now();

    for (int i = 0; i < 6; i++) {
      assertThat(price().statusCode()).isEqualTo(200);
    }
    eventually(() -> !isListed(third));
    assertThat(Duration.between(killed, Instant.now()))
        .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(30));
  }

  @Test
  void aRefreshDoesNotReachARecordButARestartDoes() throws Exception {
    repository.commit("rentals.yaml", "tariff: {cents-per-minute: 20}\n");

    assertThat(first.post("/actuator/refresh").body()).contains("tariff.cents-per-minute");
    assertThat(first.get("/price?minutes=10").body()).isEqualTo("{\"cents\":250}");
    Program restarted = keep(Program.start("rentals", urls()));
    eventually(() -> restarted.get("/price?minutes=10").body().equals("{\"cents\":300}"));
    stopAndLeave(restarted);
  }

  @Test
  void theMostSpecificFileWinsAndTheEnvironmentOverAllFiles() throws Exception {
    Map<String, String> env = urls();
    env.put("SPRING_PROFILES_ACTIVE", "night");
    env.put("TARIFF_UNLOCKCENTS", "1");
    Program night = keep(Program.start("rentals", env));

    eventually(() -> night.get("/price?minutes=10").body().equals("{\"cents\":101}"));
    stopAndLeave(night);
  }

  @Test
  void withoutTheSettingsServerNoInstanceStarts() throws Exception {
    Map<String, String> env = urls();
    env.put("SETTINGS_URL", "http://localhost:1");

    assertDoesNotStart(env);
  }

  @Test
  void underAMisspelledNameTheServerRespondsButTheRecordRefuses() throws Exception {
    Map<String, String> env = urls();
    env.put("SPRING_APPLICATION_NAME", "rental");

    assertThat(status(settings, "/rental/default")).isEqualTo(200);
    assertDoesNotStart(env);
  }

  @Test
  void theGatewayHasAStatusForEachFailure() throws Exception {
    assertThat(statusWithoutInstances).isEqualTo(503);
    assertThat(status(gateway, "/api/unknown")).isEqualTo(404);
    assertThat(status(first, "/actuator/health")).isEqualTo(200);
    assertThat(status(gateway, "/api/actuator/health")).isEqualTo(404);
    assertThat(gateway.post("/api/actuator/refresh").statusCode()).isEqualTo(404);
    assertThat(status(gateway, "/api/price?minutes=x")).isEqualTo(400);
  }

  static void stopAndLeave(Program instance) throws Exception {
    eventually(() -> isListed(instance));
    instance.stop();
    Instant stopped = Instant.now();
    eventually(() -> !isListed(instance));
    assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(6));
  }

  static void assertDoesNotStart(Map<String, String> env) throws Exception {
    Program program = keep(Program.start("rentals", env));

    assertThat(program.process().waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(program.process().exitValue()).isNotZero();
  }

  static HttpResponse<String> price() throws Exception {
    return gateway.get("/api/price?minutes=10");
  }

  static HttpResponse<String> rent(String bike) throws Exception {
    return gateway.post("/api/rentals?bike=" + bike);
  }

  static int status(Program program, String path) {
    try {
      return program.get(path).statusCode();
    } catch (Exception e) {
      return 0;
    }
  }

  static boolean isListed(Program instance) throws Exception {
    return registry.get("/eureka/apps").body().contains(":rentals:" + instance.port() + "<");
  }

  static Map<String, String> urls() {
    Map<String, String> env = new HashMap<>();
    env.put("SETTINGS_URL", settings.url(""));
    env.put("REGISTRY_URL", registry.url("/eureka/"));
    return env;
  }

  static Program keep(Program program) {
    listIsOld = true;
    programs.add(program);
    return program;
  }

  static void eventually(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plusSeconds(90);
    while (true) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (IOException e) {
        // It doesn't listen yet.
      }
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(500);
    }
  }
}
