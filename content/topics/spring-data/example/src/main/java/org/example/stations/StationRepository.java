package org.example.stations;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

// region projection
record StationLine(int number, String name) {}

// endregion projection

// region repository
interface StationRepository
    extends ListCrudRepository<Station, Integer>, JpaSpecificationExecutor<Station>, Neighbors {
  // region derived
  List<Station> findByCountryAndAltitudeGreaterThanEqualOrderByName(
      String country, int altitude, Limit limit);

  boolean existsByName(String name);

  long countByCountry(String country);

  // endregion derived

  // region paging
  Slice<StationLine> findByCountryOrderByNumber(String country, Pageable page);

  Window<Station> findFirst100ByActiveTrueOrderByNumber(ScrollPosition position);

  // endregion paging

  // region query
  @Query("select s from Station s where s.active and s.lastSeen < :limit order by s.lastSeen")
  List<Station> silentSince(Instant limit, Limit max);

  // endregion query

  // region modifying
  @Transactional
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      """
      update Station s set s.active = false, s.version = s.version + 1
      where s.active and s.lastSeen < :limit
      """)
  int retireSilentSince(Instant limit);
  // endregion modifying
}
// endregion repository
