package org.example.lockers;

import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

// region jdbc
@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({JdbcParcels.class, PostgresForTests.class})
class JdbcParcelsTest extends ParcelsContract {
  @Autowired private JdbcParcels parcels;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void deleteAll() {
    jdbc.sql("delete from parcel").update();
  }

  @Override
  Parcels parcels() {
    return parcels;
  }

  @Override
  void add(Parcel parcel) {
    jdbc.sql("insert into parcel (code, door, phone, deposited) values (?, ?, ?, ?)")
        .params(
            parcel.code(),
            parcel.door(),
            parcel.phone(),
            parcel.deposited().atOffset(ZoneOffset.UTC))
        .update();
  }
}
// endregion jdbc
