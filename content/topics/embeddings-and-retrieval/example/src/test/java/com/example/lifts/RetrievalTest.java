package com.example.lifts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetrievalTest {
  private static final List<String> STAFF = List.of("staff");
  private static final PassageIndex MANUALS =
      new PassageIndex(
          Stream.concat(Manuals.byHeadings().stream(), Manuals.parts().stream()).toList(),
          Manuals.EMBED);

  private static List<BiFunction<String, Collection<String>, List<Passage>>> ways() {
    return List.of(MANUALS::byTerms, MANUALS::byVectors, MANUALS::byBoth);
  }

  @Test
  void sectionsKeepThePathOfTheirHeadings() {
    var text = "Before\n# Drive\n\n## Brakes\n\n### Service\n\nDaily.\nOpen.\n\n## Motor\n\nWarm it.\n";
    var passages = Splitter.byHeadings("d", "staff", text);
    assertEquals(
        List.of("\nBefore", "Drive > Brakes > Service\nDaily.\nOpen.", "Drive > Motor\nWarm it."),
        passages.stream().map(Passage::text).toList());
    assertEquals(List.of("d/1", "d/2", "d/3"), passages.stream().map(Passage::id).toList());
    assertEquals(List.of(), Splitter.byHeadings("d", "staff", ""));
  }

  @Test
  void oddMarkdownKeepsItsStructure() {
    var text = "# A\n\n### B\n\nb\n\n### C\n\n#todo later\n\n```sh\n# stop the motor\nhalt\n```\n\n[x]: http://a.example\n\n#\n\nd\n";
    assertEquals(
        List.of(
            "A > B\nb", "A > C\n#todo later\n\n```sh\n# stop the motor\nhalt\n```\n\n[x]: http://a.example", "\nd"),
        Splitter.byHeadings("d", "staff", text).stream().map(Passage::text).toList());
  }

  @Test
  void lengthsCutAnywhereAndLoseNothing() {
    var passages = Splitter.byLength("d", "staff", "abcdefg", 3);
    assertEquals(List.of("abc", "def", "g"), passages.stream().map(Passage::text).toList());
  }

  // #region access
  @Test
  void noSearchFindsWhatTheUserMayNotRead() {
    var question = "The hauling rope jumped off a sheave at tower 9 in a storm";
    for (var search : ways()) {
      var groups = groupsOf(search.apply(question, STAFF));
      assertEquals(List.of("staff"), groups);
      assertEquals("accidents/2", search.apply(question, List.of("safety")).get(0).id());
      assertEquals(List.of(), search.apply(question, List.of()));
    }
  }

  @Test
  void confidentialPassagesDontPushOutTheReadableOne() {
    var secret = IntStream.range(0, 40).mapToObj(i -> new Passage("accidents/" + i, "safety", "rope"));
    var readable = Stream.of(new Passage("rope/1", "staff", "A rope with a brake"));
    var index =
        new PassageIndex(
            Stream.concat(secret, readable).toList(),
            text -> new float[] {1, text.equals("rope") ? 0 : 1});
    assertEquals(List.of("rope/1"), ids(index.byTerms("rope", STAFF)));
    assertEquals(List.of("rope/1"), ids(index.byVectors("rope", STAFF)));
  }

  // #endregion access

  private static List<String> groupsOf(List<Passage> passages) {
    return passages.stream().map(Passage::group).distinct().toList();
  }

  // #region floor
  @Test
  void bothSearchesTogetherStayAboveTheirFloor() {
    assertTrue(recall(Manuals.JUDGED, MANUALS::byBoth) >= 0.7);
    assertTrue(recall(Manuals.PARTS, MANUALS::byBoth) >= 0.9);
  }

  // #endregion floor

  @Test
  void eachSearchContributesWhatTheOtherCant() {
    assertTrue(recall(Manuals.JUDGED, MANUALS::byTerms) < recall(Manuals.JUDGED, MANUALS::byBoth));
    assertTrue(recall(Manuals.PARTS, MANUALS::byVectors) < recall(Manuals.PARTS, MANUALS::byBoth));
  }

  @Test
  void headingsBeatLengths() {
    var headings = new PassageIndex(Manuals.byHeadings(), Manuals.EMBED);
    var lengths = new PassageIndex(Manuals.byLength(200), Manuals.EMBED);
    assertTrue(
        recall(Manuals.JUDGED, headings::byVectors) > recall(Manuals.JUDGED, lengths::byVectors));
  }

  private static double recall(
      Map<String, String> questions, BiFunction<String, Collection<String>, List<Passage>> search) {
    return Evaluate.recall(Evaluate.ranks(questions, q -> search.apply(q, STAFF)), 3);
  }

  @Test
  void measuresAreRight() {
    assertEquals(0.5, Evaluate.recall(List.of(1, 0, 3, 4), 3));
    assertEquals((1 + 0.25) / 3, Evaluate.mrr(List.of(1, 0, 4)), 1e-9);
  }

  @Test
  void rankOneTwiceBeatsRankOneOnce() {
    // Terms and vectors both see the word; the fusion adds up both ranks.
    var index =
        new PassageIndex(
            List.of(
                new Passage("a/1", "staff", "rope"),
                new Passage("a/2", "staff", "brake"),
                new Passage("a/3", "staff", "motor")),
            text -> new float[] {text.equals("rope") ? 1 : 0.1f, text.equals("brake") ? 1 : 0.1f});
    assertEquals("a/2", index.byBoth("brake", STAFF).get(0).id());
    assertEquals(List.of("a/2"), ids(index.byTerms("What is a brake?", STAFF)));
  }

  private static List<String> ids(List<Passage> passages) {
    return passages.stream().map(Passage::id).toList();
  }

  @Test
  void oddQuestionsDontBreakIt() {
    assertEquals(List.of(), MANUALS.byTerms("What do I do?", STAFF));
    assertFalse(MANUALS.byBoth("What do I do?", STAFF).isEmpty());
    assertEquals(List.of(), MANUALS.byTerms("\"(]) AND *:* group:safety", STAFF));
    var many = IntStream.range(0, 3000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    for (var search : ways()) {
      assertThrows(IllegalArgumentException.class, () -> search.apply(many, STAFF));
      assertThrows(IllegalArgumentException.class, () -> search.apply("  ", STAFF));
    }
  }

  @Test
  void thePromptContainsTheSourcesAndTheQuestion() {
    var prompt = Prompt.build("How often?", List.of(new Passage("rope/3", "staff", "Every 500 hours")));
    assertTrue(prompt.contains("[rope/3] Every 500 hours"));
    assertTrue(prompt.contains("Question: How often?"));
    assertTrue(prompt.contains(Prompt.NOT_FOUND));
  }

  @Test
  void anAnswerCitesOnlyWhatItWasGiven() {
    var given = List.of(new Passage("rope/3", "staff", "Every 500 hours"));
    assertTrue(Prompt.isTraceable("Every 500 hours [rope/3].", given));
    assertTrue(Prompt.isTraceable("Not in the manuals.\n", given));
    assertFalse(Prompt.isTraceable("Every 500 hours.", given));
    assertFalse(Prompt.isTraceable("Every 500 hours [rope/3], or daily [drive/1].", given));
    assertFalse(Prompt.isTraceable("Every 500 hours [rope/3]. Daily [rope/3, drive/9].", given));
    assertFalse(Prompt.isTraceable("Every 500 hours [rope/3]. Daily [Drive/9].", given));
    assertFalse(Prompt.isTraceable("See [rope/3] and [lift-8/2].", given));
    assertFalse(Prompt.isTraceable("Every 500 hours [].", given));
    var two = List.of(given.get(0), new Passage("lift-8/2", "staff", "Daily"));
    assertTrue(Prompt.isTraceable("Every 500 hours [rope/3; lift-8/2].", two));
  }
}
