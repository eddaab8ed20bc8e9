package org.example.stations;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

// region impl
class NeighborsImpl implements Neighbors {
  private final JdbcClient jdbc;

  NeighborsImpl(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<StationLine> neighborsOf(int number, int max) {
    return jdbc.sql(
            """
            select other.number, other.name
            from station me
            join station other on other.country = me.country and other.number <> me.number
            where me.number = :number
            order by abs(other.altitude - me.altitude), other.number
            limit :max
            """)
        .param("number", number)
        .param("max", max)
        .query(StationLine.class)
        .list();
  }
}
// endregion impl
