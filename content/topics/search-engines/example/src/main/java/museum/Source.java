package museum;

import java.util.List;
import java.util.Optional;

/** The museum's database, as far as the search needs it. */
public interface Source {
  record Change(long position, String id) {}

  /** The position of the newest change. */
  long position();

  /** All changes after a position, in the order of their commits. */
  List<Change> since(long position);

  Optional<Item> find(String id);

  /** All objects; changes may happen while you read them. */
  Iterable<Item> items();
}
