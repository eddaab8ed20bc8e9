package rides;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker in this process, with a topic of two partitions. */
final class City implements AutoCloseable {
  static final String TOPIC = "rides";
  private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 2, TOPIC);
  private final KafkaProducer<String, String> producer;

  City() {
    broker.afterPropertiesSet();
    var settings = new Properties();
    settings.put("bootstrap.servers", broker.getBrokersAsString());
    settings.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    settings.put("value.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    settings.put("acks", "all");
    producer = new KafkaProducer<>(settings);
  }

  RecordMetadata send(String bike, String what) throws ExecutionException, InterruptedException {
    return producer.send(new ProducerRecord<>(TOPIC, bike, what)).get();
  }

  /** As if the retention time were over for them. Returns how many were deleted. */
  int deleteRecordsBefore(long offset) throws ExecutionException, InterruptedException {
    var settings = new Properties();
    settings.put("bootstrap.servers", broker.getBrokersAsString());
    var before = RecordsToDelete.beforeOffset(offset);
    try (var admin = Admin.create(settings)) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(TOPIC, 0), before, new TopicPartition(TOPIC, 1), before))
          .all()
          .get();
    }
    return (int) offset * 2;
  }

  /** A thousand rides on 100 bikes. */
  void ride() throws ExecutionException, InterruptedException {
    for (int n = 0; n < 1000; n++) {
      send("bike-" + n % 100, "ride");
    }
  }

  Properties reader(String group) {
    var settings = new Properties();
    settings.put("bootstrap.servers", broker.getBrokersAsString());
    settings.put("group.id", group);
    settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    settings.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", "50");
    return settings;
  }

  static Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  public void close() {
    producer.close();
    broker.destroy();
  }
}
