package rides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RideCounterTest {
  private static City city;

  @BeforeAll
  static void start() throws Exception {
    city = new City();
    city.ride();
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  private static Connection tables() throws SQLException {
    var db = City.database();
    RideCounter.createTables(db);
    return db;
  }

  @Test
  void ordersTheRecordsOfOneBike() throws Exception {
    try (var other = new City();
        var consumer = new KafkaConsumer<String, String>(other.reader("order"))) {
      for (int n = 0; n < 20; n++) {
        other.send("b" + n % 4, String.valueOf(n));
      }
      consumer.subscribe(List.of(City.TOPIC));
      var seen = new ArrayList<Integer>();
      for (int polls = 0; polls < 60 && seen.size() < 5; polls++) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                r -> {
                  if (r.key().equals("b1")) {
                    seen.add(Integer.valueOf(r.value()));
                  }
                });
      }
      assertEquals(List.of(1, 5, 9, 13, 17), seen);
    }
  }

  @Test
  void commitAfterTheWorkRepeats() {
    var result = Crashes.run(city.reader("after"), false);
    assertEquals(5, result.deaths());
    assertTrue(result.counted() > 1000);
  }

  @Test
  void commitBeforeTheWorkSkips() {
    var result = Crashes.run(city.reader("before"), true);
    assertEquals(5, result.deaths());
    assertTrue(result.counted() < 1000);
  }

  @Test
  void countsExactlyAlthoughItDies() throws Exception {
    try (var db = tables()) {
      var result = Demo.countWithCrashes(city, db);
      assertEquals(5, result.deaths());
      assertEquals(1000, result.counted());
    }
  }

  @Test
  void countsExactlyAlthoughItsDatabaseFails() throws Exception {
    try (var db = tables();
        var counter = new RideCounter(city.counter("fails"), db, City.TOPIC)) {
      int[] commits = {0};
      counter.beforeCommit =
          () -> {
            if (++commits[0] % 3 == 0) {
              throw new Demo.Death();
            }
          };
      while (Demo.total(db) < 1000) {
        try {
          counter.poll(Duration.ofMillis(500));
        } catch (Demo.Death death) {
          continue; // it goes on at the stored position
        }
      }
      counter.beforeCommit = () -> {};
      counter.poll(Duration.ofSeconds(2)); // nothing is counted twice
      assertTrue(commits[0] > 10);
      assertEquals(1000, Demo.total(db));
    }
  }

  @Test
  void aReaderThatWasReplacedStoresNothing() throws Exception {
    try (var db = tables();
        var replaced = new RideCounter(city.counter("one"), db, City.TOPIC);
        var current = new RideCounter(city.counter("two"), db, City.TOPIC)) {
      failOnce(replaced); // now it knows its positions, and has stored nothing
      while (Demo.total(db) < 1000) {
        current.poll(Duration.ofMillis(500));
      }
      assertThrows(
          IllegalStateException.class,
          () -> {
            for (int n = 0; n < 60; n++) {
              replaced.poll(Duration.ofMillis(500));
            }
          });
      assertEquals(1000, Demo.total(db));
    }
  }

  private static void failOnce(RideCounter counter) throws SQLException {
    counter.beforeCommit =
        () -> {
          throw new Demo.Death();
        };
    for (int n = 0; n < 60; n++) {
      try {
        counter.poll(Duration.ofMillis(500));
      } catch (Demo.Death death) {
        break;
      }
    }
    counter.beforeCommit = () -> {};
  }
}
