package museum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class SearchTest {
  /** A database whose objects change while they're read. */
  static class Database implements Source {
    final Map<String, Item> rows = new TreeMap<>();
    final List<Change> changes = new ArrayList<>();
    Runnable whileReading = () -> {};
    IntConsumer onItem = count -> {};

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
    public synchronized Iterable<Item> items() {
      List<Item> copy = List.copyOf(rows.values());
      whileReading.run();
      AtomicInteger count = new AtomicInteger();
      return () -> copy.stream().peek(item -> onItem.accept(count.incrementAndGet())).iterator();
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
  void anObjectThatTheIndexRefusesDoesntStopTheFeed() throws Exception {
    Search search = new Search(database, new ByteBuffersDirectory());
    database.save(new Item("A1", "vase", "", "x".repeat(40_000)));
    save("B2", "vase");
    search.feed();
    assertEquals(List.of("B2"), search.search("vase", 10).stream().map(Catalog.Hit::id).toList());
    assertEquals(Set.of("A1"), search.refused());
    save("A1", "vase");
    search.rebuild(new ByteBuffersDirectory());
    assertEquals(2, search.search("vase", 10).size());
    assertEquals(Set.of(), search.refused());
  }

  @Test
  void theOldIndexIsFedDuringARebuild() throws Exception {
    for (int n = 0; n < 3000; n++) {
      save("id" + n, "vase");
    }
    Search search = new Search(database, new ByteBuffersDirectory());
    List<Integer> found = new ArrayList<>();
    database.onItem =
        count -> {
          if (count == 500) {
            save("new", "owl");
          }
          if (count == 1500) {
            try {
              found.add(search.search("owl", 10).size());
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }
        };
    search.rebuild(new ByteBuffersDirectory());
    assertEquals(List.of(1), found);
    assertEquals(1, search.search("owl", 10).size());
  }

  @Test
  void searchesFindEverythingWhileIndexesAreSwapped() throws Exception {
    save("A1", "vase");
    Search search = new Search(database, new ByteBuffersDirectory());
    AtomicBoolean done = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var searches =
          threads.submit(
              () -> {
                int count = 0;
                for (; !done.get() || count == 0; count++) {
                  assertEquals(1, search.search("vase", 10).size());
                }
                return count;
              });
      // So many that one comes between choosing an index and opening it.
      for (int n = 0; n < 500; n++) {
        search.rebuild(new ByteBuffersDirectory());
      }
      done.set(true);
      assertTrue(searches.get() > 0);
    }
  }

  @Test
  void aRestartDoesntBringBackDeletedObjects() throws Exception {
    save("A1", "vase");
    save("B2", "vase");
    var directory = new ByteBuffersDirectory();
    new Search(database, directory).close();
    database.delete("B2");
    Search restarted = new Search(database, directory);
    assertEquals(1, restarted.search("vase", 10).size());
  }

  @Test
  void aRefusedObjectThatIsDeletedIsNotRefusedAnymore() throws Exception {
    Search search = new Search(database, new ByteBuffersDirectory());
    database.save(new Item("A1", "vase", "", "x".repeat(40_000)));
    search.feed();
    database.delete("A1");
    search.feed();
    assertEquals(Set.of(), search.refused());
  }
}
