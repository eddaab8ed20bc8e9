import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

// #region trip
class Trip {
  String from;
  int hour;

  Trip(String from) {
    this.from = from;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trip trip && trip.from.equals(from) && trip.hour == hour;
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, hour);
  }
}

// #endregion trip

// #region main
void main() {
  Map<Trip, Integer> prices = new HashMap<>();
  int calculations = 0;
  for (int customer = 0; customer < 1000; customer++) {
    Trip trip = new Trip("Moss");
    if (!prices.containsKey(trip)) {
      calculations++;
      prices.put(trip, 4200);
    }
    trip.hour = 9; // the customer chooses a departure
  }
  IO.println(calculations + " calculations, " + prices.size() + " entries");
}
// #endregion main
