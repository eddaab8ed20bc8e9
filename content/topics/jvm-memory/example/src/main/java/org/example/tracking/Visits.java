package org.example.tracking;

/** Opens and closes many pages, with `leaky` as argument those that leak. */
public final class Visits {
  static final Feed FEED = new Feed();

  private Visits() {}

  public static void main(String[] args) throws Exception {
    boolean leaky = args[0].equals("leaky");
    int visits = Integer.parseInt(args[1]);
    for (int i = 1; i <= visits; i++) {
      try (AutoCloseable page = leaky ? new LeakyPage(FEED) : new Page(FEED)) {
        if (i % 500 == 0) System.out.printf("visit %d, %d listeners%n", i, FEED.listeners());
      }
    }
    if (args.length > 2) Thread.sleep(Long.parseLong(args[2]) * 1000);
  }
}
