package museum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class SearchTest {
  /** A database whose objects change while they're read. */
  static class Database implements Source {
    final Map<String, Item> rows = new TreeMap<>();
    final List<Change> changes = new ArrayList<>();
    Runnable whileReading = () -> {};

    synchronized void save(Item item) {
      rows.put(item.id(), item);
      changes.add(new Change(changes.size() + 1, item.id()));
    }

    synchronized void delete(String id) {
      rows.remove(id);
      changes.add(new Change(changes.size() + 1, id));
    }

    @Override
    public synchronized long position() {
      return changes.size();
    }

    @Override
    public synchronized List<Change> since(long position) {
      return List.copyOf(changes.subList((int) position, changes.size()));
    }

    @Override
    public synchronized Optional<Item> find(String id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized List<Item> items() {
      List<Item> copy = List.copyOf(rows.values());
      whileReading.run();
      return copy;
    }
  }

  private final Database database = new Database();

  private void save(String id, String title) {
    database.save(new Item(id, title, "", "Greek"));
  }

  @Test
  void changesDuringARebuildEndUpInTheNewIndex() throws Exception {
    save("A1", "vase");
    save("B2", "vase");
    Search search = new Search(database, new ByteBuffersDirectory());
    database.whileReading =
        () -> {
          save("A1", "amphora");
          database.delete("B2");
          save("C3", "coin");
        };
    search.rebuild(new ByteBuffersDirectory());
    assertEquals(List.of(), search.search("vase", 10));
    assertEquals("A1", search.search("amphora", 10).getFirst().id());
    assertEquals("C3", search.search("coin", 10).getFirst().id());
  }

  @Test
  void theFeedGoesOnAfterARebuild() throws Exception {
    save("A1", "vase");
    Search search = new Search(database, new ByteBuffersDirectory());
    search.rebuild(new ByteBuffersDirectory());
    save("D4", "owl");
    assertEquals(List.of(), search.search("owl", 10));
    search.feed();
    assertEquals("D4", search.search("owl", 10).getFirst().id());
  }

  @Test
  void searchesFindEverythingWhileIndexesAreSwapped() throws Exception {
    for (int n = 0; n < 500; n++) {
      save("id" + n, "vase");
    }
    Search search = new Search(database, new ByteBuffersDirectory());
    AtomicBoolean done = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var searches =
          threads.submit(
              () -> {
                int count = 0;
                for (; !done.get() || count == 0; count++) {
                  assertEquals(500, search.search("vase", 1000).size());
                }
                return count;
              });
      for (int n = 0; n < 20; n++) {
        search.rebuild(new ByteBuffersDirectory());
      }
      done.set(true);
      assertTrue(searches.get() > 0);
    }
  }
}
