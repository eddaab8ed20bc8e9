package org.example.tracking;

// region leak
/** One customer looking at one parcel. */
final class LeakyPage implements AutoCloseable {
  private final byte[] map = new byte[50_000]; // the drawn map
  private String position = "unknown";

  LeakyPage(Feed feed) {
    feed.subscribe(this::move);
  }

  private void move(String position) {
    this.position = position;
  }

  String text() {
    return position + ", map of " + map.length + " bytes";
  }

  @Override
  public void close() {} // nothing to do?
}
// endregion leak
