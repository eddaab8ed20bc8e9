package museum;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.store.Directory;

/** Searches one index while the next one is built. One thread calls feed and rebuild. */
public class Search {
  private final Source source;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Catalog live;
  private long position;

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

  // #region feed
  /** Brings the live index up to date. Run it every second, for example. */
  public void feed() throws IOException {
    position = apply(live, position);
  }

  private long apply(Catalog catalog, long from) throws IOException {
    for (Source.Change change : source.since(from)) {
      var item = source.find(change.id()); // as it is now, not as it was
      if (item.isPresent()) {
        catalog.put(item.get());
      } else {
        catalog.remove(change.id());
      }
      from = change.position();
    }
    catalog.refresh();
    return from;
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
    for (Item item : source.items()) {
      next.put(item);
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
