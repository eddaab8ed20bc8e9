package org.example.lockers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParcels implements Parcels {
  private final JdbcClient jdbc;

  JdbcParcels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Parcel> find(String code) {
    return jdbc.sql("select code, door, phone, deposited from parcel where code = :code")
        .param("code", code)
        .query(
            (row, n) ->
                new Parcel(
                    row.getString("code"),
                    row.getInt("door"),
                    row.getString("phone"),
                    row.getObject("deposited", OffsetDateTime.class).toInstant()))
        .optional();
  }

  // region take
  @Override
  public boolean take(String code, Instant at) {
    return jdbc.sql("update parcel set taken = :at where code = :code and taken is null")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("code", code)
            .update()
        == 1;
  }
  // endregion take
}
