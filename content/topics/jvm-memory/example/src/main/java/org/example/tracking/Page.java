package org.example.tracking;

/** One customer looking at one parcel. */
final class Page implements AutoCloseable {
  private final byte[] map = new byte[50_000]; // the drawn map
  private String position = "unknown";

  // region fix
  private final Feed.Subscription subscription;

  Page(Feed feed) {
    subscription = feed.subscribe(this::move);
  }

  @Override
  public void close() {
    subscription.close();
  }

  // endregion fix

  private void move(String position) {
    this.position = position;
  }

  String text() {
    return position + ", map of " + map.length + " bytes";
  }
}
