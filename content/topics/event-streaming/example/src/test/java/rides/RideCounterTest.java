package rides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
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
  void autoCommitSkipsTheRestOfABatchWhoseHandlerThrows() {
    assertEquals(
        new Crashes.Result(800, 5), Crashes.runWithErrors(city.reader("auto-commit"), true));
    assertEquals(
        new Crashes.Result(1000, 5), Crashes.runWithErrors(city.reader("own-commit"), false));
  }

  @Test
  void countsExactlyAlthoughItDies() throws Exception {
    try (var db = tables()) {
      var result = Demo.countWithCrashes(city, db);
      assertEquals(5, result.deaths());
      assertEquals(1000, result.counted());
    }
  }

  /** Every third commit fails: before it's done, or after, so that only its response is lost. */
  private static Connection unreliable(Connection db) {
    int[] commits = {0};
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              boolean fails = method.getName().equals("commit") && ++commits[0] % 3 == 0;
              if (fails && commits[0] % 2 == 0) {
                throw new SQLException("commit failed");
              }
              var result = method.invoke(db, args);
              if (fails) {
                throw new SQLException("response lost");
              }
              return result;
            });
  }

  @Test
  void countsExactlyAlthoughItsDatabaseFails() throws Exception {
    try (var db = tables()) {
      var unreliable = unreliable(db);
      int failures = 0;
      while (Demo.total(db) < 1000) {
        try (var counter = new RideCounter(city.reader("fails"), unreliable, City.TOPIC)) {
          while (Demo.total(db) < 1000) {
            counter.poll(Duration.ofMillis(500));
          }
        } catch (SQLException | IllegalStateException | KafkaException e) {
          failures++;
        }
      }
      try (var counter = new RideCounter(city.reader("fails"), db, City.TOPIC)) {
        counter.poll(Duration.ofSeconds(2)); // nothing is counted twice
      }
      assertTrue(failures > 4);
      assertEquals(1000, Demo.total(db));
    }
  }

  @Test
  void aReaderThatHasFailedReadsNoFurther() throws Exception {
    try (var db = tables();
        var counter = new RideCounter(city.reader("failed"), db, City.TOPIC)) {
      failOnce(counter);
      db.rollback(); // without the flag, the next batch would now be stored, and this one skipped
      counter.beforeCommit = () -> {};
      assertThrows(IllegalStateException.class, () -> counter.poll(Duration.ofMillis(500)));
    }
  }

  @Test
  void aReaderThatWasReplacedStoresNothing() throws Exception {
    try (var db = tables();
        var replaced = new RideCounter(city.reader("one"), db, City.TOPIC);
        var current = new RideCounter(city.reader("two"), db, City.TOPIC)) {
      while (Demo.total(db) == 0) {
        replaced.poll(Duration.ofMillis(500));
      }
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

  @Test
  void twoReadersAtTheSameTimeCountEachRideOnce() throws Exception {
    try (var db = tables()) {
      try (var sql = db.createStatement()) {
        sql.execute("INSERT INTO position VALUES ('rides-0', 0), ('rides-1', 0)");
      }
      Callable<Void> reader =
          () -> {
            var settings = city.reader(UUID.randomUUID().toString());
            try (var own = DriverManager.getConnection(db.getMetaData().getURL());
                var counter = new RideCounter(settings, own, City.TOPIC)) {
              counter.beforeCommit =
                  () -> LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
              while (Demo.total(own) < 1000) {
                counter.poll(Duration.ofMillis(500));
              }
            }
            return null;
          };
      var threads = Executors.newFixedThreadPool(2);
      threads.invokeAll(List.of(reader, reader)); // one stops, or each at the other's partition
      threads.shutdown();
      try (var counter = new RideCounter(city.reader("rest"), db, City.TOPIC)) {
        while (Demo.total(db) < 1000) {
          counter.poll(Duration.ofMillis(500));
        }
        counter.poll(Duration.ofSeconds(2)); // nothing is counted twice
      }
      assertEquals(1000, Demo.total(db));
    }
  }

  @Test
  void aFirstStartBeginsAtTheOldestRecordThatIsKept() throws Exception {
    try (var other = new City();
        var db = tables()) {
      other.ride();
      int left = 1000 - other.deleteRecordsBefore(100);
      try (var counter = new RideCounter(other.reader("late"), db, City.TOPIC)) {
        while (Demo.total(db) < left) {
          counter.poll(Duration.ofMillis(500));
        }
      }
      assertEquals(left, Demo.total(db));
    }
  }

  @Test
  void aPositionWhoseRecordsWereDeletedIsAnError() throws Exception {
    try (var other = new City();
        var db = tables()) {
      other.ride();
      try (var counter = new RideCounter(other.reader("before"), db, City.TOPIC)) {
        while (Demo.total(db) == 0) {
          counter.poll(Duration.ofMillis(500));
        }
      }
      other.deleteRecordsBefore(400);
      try (var counter = new RideCounter(other.reader("after"), db, City.TOPIC)) {
        assertThrows(
            OffsetOutOfRangeException.class,
            () -> {
              for (int n = 0; n < 60; n++) {
                counter.poll(Duration.ofMillis(500));
              }
            });
      }
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
  }
}
