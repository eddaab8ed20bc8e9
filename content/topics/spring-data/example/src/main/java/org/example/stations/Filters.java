package org.example.stations;

import org.springframework.data.jpa.domain.Specification;

// region filters
record Filters(String country, Integer minAltitude, String nameStart) {
  Specification<Station> toSpecification() {
    return Specification.allOf(
        country == null ? Specification.unrestricted() : inCountry(country),
        minAltitude == null ? Specification.unrestricted() : atLeast(minAltitude),
        nameStart == null ? Specification.unrestricted() : nameStartsWith(nameStart));
  }

  private static Specification<Station> inCountry(String country) {
    return (station, query, cb) -> cb.equal(station.get("country"), country);
  }

  private static Specification<Station> atLeast(int altitude) {
    return (station, query, cb) -> cb.ge(station.get("altitude"), altitude);
  }

  private static Specification<Station> nameStartsWith(String start) {
    return (station, query, cb) -> cb.like(station.get("name"), escaped(start) + "%", '\\');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
// endregion filters
