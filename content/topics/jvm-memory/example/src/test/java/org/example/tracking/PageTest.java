package org.example.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PageTest {
  private final Feed feed = new Feed();

  @Test
  void aPageIsToldWhereItsParcelIs() {
    try (Page page = new Page(feed)) {
      feed.publish("Lyon");
      assertEquals("Lyon, map of 50000 bytes", page.text());
    }
  }

  // region test
  @Test
  void aClosedPageLeavesNoListenerBehind() {
    try (Page stays = new Page(feed)) {
      new Page(feed).close();
      assertEquals(1, feed.listeners());
      feed.publish("Lyon");
      assertEquals("Lyon, map of 50000 bytes", stays.text());
    }
    assertEquals(0, feed.listeners());
  }

  // endregion test

  @Test
  void closingTwiceIsHarmless() {
    Page page = new Page(feed);
    page.close();
    page.close();
    assertEquals(0, feed.listeners());
  }
}
