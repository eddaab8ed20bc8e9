package rides;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Counts rides per bike, and stores the counts together with the position in the stream. */
public final class RideCounter implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final Connection db;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private boolean hasFailed;

  /** Runs between the work and the commit; tests let it fail. */
  Runnable beforeCommit = () -> {};

  public RideCounter(Properties settings, Connection db, String topic) throws SQLException {
    this.db = db;
    db.setAutoCommit(false);
    db.rollback(); // whatever an earlier reader has left
    var own = new Properties();
    own.putAll(settings);
    own.put("enable.auto.commit", "false");
    own.put("auto.offset.reset", "none"); // a position that's gone is an error
    consumer = new KafkaConsumer<>(own);
    consumer.subscribe(List.of(topic), new StartAtStoredPosition());
  }

  static void createTables(Connection db) throws SQLException {
    try (var sql = db.createStatement()) {
      sql.execute("CREATE TABLE bike (id varchar PRIMARY KEY, rides bigint NOT NULL)");
      sql.execute("CREATE TABLE position (part varchar PRIMARY KEY, next bigint NOT NULL)");
    }
  }

  // #region poll
  /** After an error, close this reader and its connection, and start a new one. */
  public int poll(Duration wait) throws SQLException {
    if (hasFailed) {
      throw new IllegalStateException("start a new reader");
    }
    hasFailed = true; // until this call has ended well
    var records = consumer.poll(wait);
    for (var partition : records.partitions()) {
      store(partition, records.records(partition));
    }
    hasFailed = false;
    return records.count();
  }

  private void store(TopicPartition partition, List<ConsumerRecord<String, String>> records)
      throws SQLException {
    long from = next.get(partition);
    long to = records.get(records.size() - 1).offset() + 1;
    movePosition(partition, from, to);
    for (var ride : records) {
      addRide(ride.key());
    }
    beforeCommit.run();
    db.commit();
    next.put(partition, to);
  }

  private void movePosition(TopicPartition partition, long from, long to) throws SQLException {
    var text = "UPDATE position SET next = ? WHERE part = ? AND next = ?";
    try (var sql = db.prepareStatement(text)) {
      sql.setLong(1, to);
      sql.setString(2, partition.toString());
      sql.setLong(3, from);
      if (sql.executeUpdate() != 1) {
        throw new IllegalStateException(partition + " has another reader");
      }
    }
  }

  // #endregion poll

  private void addRide(String bike) throws SQLException {
    var text =
        "MERGE INTO bike b USING (VALUES (?)) v (id) ON b.id = v.id"
            + " WHEN MATCHED THEN UPDATE SET rides = rides + 1"
            + " WHEN NOT MATCHED THEN INSERT VALUES (v.id, 1)";
    try (var sql = db.prepareStatement(text)) {
      sql.setString(1, bike);
      sql.executeUpdate();
    }
  }

  // #region assigned
  private final class StartAtStoredPosition implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (var partition : partitions) {
        long position = storedPosition(partition);
        next.put(partition, position);
        consumer.seek(partition, position);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(next::remove); // everything stored is committed
    }
  }

  // #endregion assigned

  private long storedPosition(TopicPartition partition) {
    try (var select = db.prepareStatement("SELECT next FROM position WHERE part = ?")) {
      select.setString(1, partition.toString());
      try (var row = select.executeQuery()) {
        if (row.next()) {
          return row.getLong(1);
        }
      }
      long first = consumer.beginningOffsets(List.of(partition)).get(partition);
      try (var insert = db.prepareStatement("INSERT INTO position VALUES (?, ?)")) {
        insert.setString(1, partition.toString());
        insert.setLong(2, first);
        insert.executeUpdate();
      }
      db.commit();
      return first;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
