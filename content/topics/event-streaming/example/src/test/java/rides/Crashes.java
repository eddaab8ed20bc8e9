package rides;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Counts all rides with a reader that dies between two lines again and again. */
final class Crashes {
  record Result(int counted, int deaths) {}

  private Crashes() {}

  // #region crash
  static Result run(Properties settings, boolean commitFirst) {
    int counted = 0;
    int batches = 0;
    int deaths = 0;
    nextLife:
    while (true) {
      try (var consumer = new KafkaConsumer<String, String>(settings)) {
        consumer.subscribe(List.of(City.TOPIC));
        while (!isAtEnd(consumer)) {
          var records = consumer.poll(Duration.ofMillis(500));
          boolean dies = !records.isEmpty() && deaths < 5 && ++batches % 3 == 0;
          if (commitFirst) {
            consumer.commitSync();
          } else {
            counted += records.count();
          }
          if (dies) {
            deaths++;
            continue nextLife;
          }
          if (commitFirst) {
            counted += records.count();
          } else {
            consumer.commitSync();
          }
        }
        return new Result(counted, deaths);
      }
    }
  }
  // #endregion crash

  /** Five times, the handler throws at the eleventh record of a batch. */
  static Result runWithErrors(Properties settings, boolean autoCommit) {
    settings.put("enable.auto.commit", String.valueOf(autoCommit));
    var handled = new HashSet<String>();
    int errors = 0;
    while (true) {
      try (var consumer = new KafkaConsumer<String, String>(settings)) {
        consumer.subscribe(List.of(City.TOPIC));
        while (!isAtEnd(consumer)) {
          int inBatch = 0;
          for (var ride : consumer.poll(Duration.ofMillis(500))) {
            if (errors < 5 && ++inBatch == 11) {
              throw new Demo.Death();
            }
            handled.add(ride.partition() + " " + ride.offset());
          }
          if (!autoCommit) {
            consumer.commitSync();
          }
        }
        return new Result(handled.size(), errors);
      } catch (Demo.Death death) {
        errors++;
      }
    }
  }

  private static boolean isAtEnd(KafkaConsumer<String, String> consumer) {
    var partitions = consumer.assignment();
    if (partitions.size() < 2) {
      return false;
    }
    var ends = consumer.endOffsets(partitions);
    return partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p));
  }
}
