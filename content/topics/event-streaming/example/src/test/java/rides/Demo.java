package rides;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

public final class Demo {
  private Demo() {}

  public static void main(String[] args) throws Exception {
    try (var city = new City()) {
      for (var what : new String[] {"unlock", "move", "lock"}) {
        for (var bike : new String[] {"b17", "b18", "b20"}) {
          var place = city.send(bike, what);
          System.out.printf(
              "%s %-6s -> partition %d, offset %d%n",
              bike, what, place.partition(), place.offset());
        }
      }
    }
    try (var city = new City()) {
      city.ride();
      System.out.println("1000 rides");
      print("commit after the work", Crashes.run(city.reader("after"), false));
      print("commit before the work", Crashes.run(city.reader("before"), true));
      try (var db = City.database()) {
        RideCounter.createTables(db);
        print("offset with the result", countWithCrashes(city, db));
      }
    }
    System.exit(0);
  }

  private static void print(String how, Crashes.Result result) {
    System.out.printf("%-22s counted %d, died %d times%n", how, result.counted(), result.deaths());
  }

  static Crashes.Result countWithCrashes(City city, Connection db) throws SQLException {
    int[] batches = {0};
    int deaths = 0;
    while (true) {
      try (var counter = new RideCounter(city.reader("together"), db, City.TOPIC)) {
        int already = deaths;
        counter.beforeCommit =
            () -> {
              if (already < 5 && ++batches[0] % 3 == 0) {
                throw new Death();
              }
            };
        while (total(db) < 1000) {
          counter.poll(Duration.ofMillis(500));
        }
        counter.poll(Duration.ofSeconds(2)); // nothing is counted twice
        return new Crashes.Result(total(db), deaths);
      } catch (Death death) {
        deaths++;
      }
    }
  }

  static int total(Connection db) throws SQLException {
    try (var sql = db.createStatement();
        var row = sql.executeQuery("SELECT coalesce(sum(rides), 0) FROM bike")) {
      row.next();
      return row.getInt(1);
    }
  }

  static final class Death extends RuntimeException {}
}
