package org.example.tracking;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells everyone who subscribed where a parcel is. */
public final class Feed {
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  /** Close what you get when you no longer want to be told. */
  public Subscription subscribe(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void publish(String position) {
    listeners.forEach(listener -> listener.accept(position));
  }

  public int listeners() {
    return listeners.size();
  }

  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
