package museum;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.store.Directory;

/** Searches one index while the next one is built. One thread calls feed and rebuild. */
public class Search {
  private final Source source;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Catalog live;
  private long position;
  private final Set<String> refused = new TreeSet<>();

  public Search(Source source, Directory directory) throws IOException {
    this.source = source;
    build(directory);
  }

  public List<Catalog.Hit> search(String words, int limit) throws IOException {
    lock.readLock().lock();
    try {
      return live.search(live.query(words), limit);
    } finally {
      lock.readLock().unlock();
    }
  }

  public void close() throws IOException {
    live.close();
  }

  /** Objects that the index doesn't accept. Someone has to look at them. */
  public Set<String> refused() {
    return Set.copyOf(refused);
  }

  // #region feed
  /** Brings the live index up to date. Run it every second, for example. */
  public void feed() throws IOException {
    position = apply(live, position);
  }

  private long apply(Catalog catalog, long from) throws IOException {
    for (Source.Change change : source.since(from)) {
      var item = source.find(change.id()); // as it is now, not as it was
      if (item.isPresent()) {
        put(catalog, item.get());
      } else {
        catalog.remove(change.id());
        refused.remove(change.id());
      }
      from = change.position();
    }
    catalog.refresh();
    return from;
  }

  private void put(Catalog catalog, Item item) throws IOException {
    try {
      catalog.put(item);
      refused.remove(item.id());
    } catch (IllegalArgumentException e) { // one bad row must not stop the feed
      catalog.remove(item.id());
      refused.add(item.id());
    }
  }

  // #endregion feed

  // #region rebuild
  /** Builds a new index and swaps it in. */
  public void rebuild(Directory directory) throws IOException {
    Catalog old = live;
    build(directory);
    old.close();
  }

  private void build(Directory directory) throws IOException {
    long from = source.position(); // before the first object is read
    Catalog next = new Catalog(directory);
    int count = 0;
    for (Item item : source.items()) {
      put(next, item);
      count++;
      if (live != null && count % 1000 == 0) {
        feed(); // users go on searching in the old index
      }
    }
    from = apply(next, from); // what changed while you were reading
    lock.writeLock().lock(); // waits until the running searches are done
    try {
      live = next;
      position = from;
    } finally {
      lock.writeLock().unlock();
    }
  }
  // #endregion rebuild
}
