package org.example.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The same table with an entity that doesn't say whether it's new. */
@Entity
@Table(name = "station")
class NaiveStation {
  @Id private int number;
  private String name = "Haugen";
  private String country = "NO";
  private int altitude = 1000;
  private Instant lastSeen = Instant.EPOCH;
  private boolean active = true;

  protected NaiveStation() {}

  NaiveStation(int number) {
    this.number = number;
  }
}

interface NaiveStationRepository extends ListCrudRepository<NaiveStation, Integer> {}

@DataJpaTest(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({PostgresForTests.class, StationService.class})
class StationRepositoryTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired private StationRepository stations;
  @Autowired private NaiveStationRepository naive;
  @Autowired private StationService service;
  @Autowired private EntityManager em;
  @Autowired private JdbcClient jdbc;
  private Statistics statistics;

  @BeforeEach
  void clearStatistics() {
    statistics = em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    statistics.clear();
  }

  private static Station station(int number, int altitude) {
    return new Station(number, "Station " + number, "NO", altitude, MONDAY);
  }

  private void store(int... altitudes) {
    for (int n = 0; n < altitudes.length; n++) em.persist(station(n + 1, altitudes[n]));
    em.flush();
    em.clear();
    statistics.clear();
  }

  // region import
  @Test
  void aNaiveImportSelectsEachRowFirst() {
    naive.saveAll(IntStream.rangeClosed(1, 1000).mapToObj(NaiveStation::new).toList());
    em.flush();
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1001);
  }

  @Test
  void withAVersionTheImportOnlyInserts() {
    service.importAll(IntStream.rangeClosed(1, 1000).mapToObj(n -> station(n, 1000)).toList());
    em.flush();
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
  }

  // endregion import

  @Test
  void aSecondStationWithTheSameNumberIsRefused() {
    store(1000);
    assertThatThrownBy(
            () -> {
              stations.save(station(1, 1500));
              em.flush();
            })
        .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
  }

  @Test
  void findsByDerivedMethods() {
    store(900, 1500, 1600);
    assertThat(
            stations.findByCountryAndAltitudeGreaterThanEqualOrderByName("NO", 1500, Limit.of(10)))
        .extracting(Station::number)
        .containsExactly(2, 3);
    assertThat(stations.existsByName("Station 1")).isTrue();
    assertThat(stations.countByCountry("CH")).isZero();
  }

  @Test
  void combinesOptionalFilters() {
    store(900, 1500, 1600);
    assertThat(stations.findAll(new Filters(null, null, null).toSpecification())).hasSize(3);
    assertThat(stations.findAll(new Filters("NO", 1500, null).toSpecification())).hasSize(2);
    assertThat(stations.findAll(new Filters(null, 1000, "Station 2").toSpecification())).hasSize(1);
    assertThat(stations.findAll(new Filters(null, null, "%").toSpecification())).isEmpty();
    assertThat(stations.findAll(new Filters(null, null, "Station_1").toSpecification())).isEmpty();
  }

  // region slice
  @Test
  void aSliceDoesNotCount() {
    store(900, 1500, 1600);
    Slice<StationLine> first = stations.findByCountryOrderByNumber("NO", PageRequest.of(0, 2));
    assertThat(first)
        .containsExactly(new StationLine(1, "Station 1"), new StationLine(2, "Station 2"));
    assertThat(first.hasNext()).isTrue();
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
  }

  // endregion slice

  @Test
  void aPageCounts() {
    store(900, 1500, 1600);
    stations.findAll(
        new Filters("NO", null, null).toSpecification(), PageRequest.of(0, 2, Sort.by("number")));
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
  }

  // region window
  @Test
  void windowsReachEveryStationOnce() {
    store(new int[250]);
    List<Integer> seen = new ArrayList<>();
    Window<Station> window =
        stations.findFirst100ByActiveTrueOrderByNumber(ScrollPosition.keyset());
    window.forEach(station -> seen.add(station.number()));
    while (window.hasNext()) {
      ScrollPosition last = window.positionAt(window.size() - 1);
      window = stations.findFirst100ByActiveTrueOrderByNumber(last);
      window.forEach(station -> seen.add(station.number()));
    }
    assertThat(seen).hasSize(250).doesNotHaveDuplicates();
  }

  // endregion window

  @Test
  void retiresSilentStationsAndShowsIt() {
    store(900);
    Station station = stations.findById(1).orElseThrow();
    assertThat(stations.retireSilentSince(MONDAY.plusSeconds(1))).isEqualTo(1);
    assertThat(stations.silentSince(MONDAY.plusSeconds(1), Limit.of(10))).isEmpty();
    assertThat(station.isActive()).isTrue(); // detached, as it was
    assertThat(stations.findById(1).orElseThrow().isActive()).isFalse();
    assertThat(jdbc.sql("select version from station").query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void aSecondWriterFails() {
    stations.save(station(8, 900));
    Station first = stations.findById(8).orElseThrow();
    service.report(8, MONDAY.plusSeconds(60));
    first.rename("Haugen");
    assertThatThrownBy(() -> stations.save(first))
        .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    stations.deleteAll();
  }

  @Test
  void findsNeighbors() {
    store(900, 1500, 1600);
    assertThat(stations.neighborsOf(1, 1)).containsExactly(new StationLine(2, "Station 2"));
  }

  // region report
  @Test
  void aChangeInATransactionNeedsNoSave() {
    store(900);
    service.report(1, MONDAY.plusSeconds(60));
    em.flush();
    assertThat(jdbc.sql("select version from station").query(Integer.class).single()).isEqualTo(1);
  }

  // endregion report

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void withoutATransactionEachSaveCommits() {
    stations.save(station(7, 900));
    assertThatThrownBy(() -> stations.save(station(7, 900)))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(stations.existsById(7)).isTrue();
    assertThat(stations.retireSilentSince(MONDAY.plusSeconds(1))).isEqualTo(1);
    stations.deleteAll();
  }
}
