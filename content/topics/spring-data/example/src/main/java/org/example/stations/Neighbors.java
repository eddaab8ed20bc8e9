package org.example.stations;

import java.util.List;

// region fragment
interface Neighbors {
  /** The stations nearest in altitude, without the station itself. */
  List<StationLine> neighborsOf(int number, int max);
}
// endregion fragment
