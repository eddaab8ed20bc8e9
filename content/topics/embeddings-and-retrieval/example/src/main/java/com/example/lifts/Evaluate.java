package com.example.lifts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints how often the right passage is found, and how high. */
public final class Evaluate {
  private Evaluate() {}

  // #region measure
  /** The rank of the first right passage for each question; 0 if it wasn't found. */
  static List<Integer> ranks(
      Map<String, String> questions, Function<String, List<Passage>> search) {
    return questions.entrySet().stream()
        .map(judged -> {
          List<Passage> found = search.apply(judged.getKey());
          for (int i = 0; i < found.size(); i++) {
            if (found.get(i).text().contains(judged.getValue())) return i + 1;
          }
          return 0;
        })
        .toList();
  }

  static double recall(List<Integer> ranks, int k) {
    return ranks.stream().filter(rank -> rank > 0 && rank <= k).count() / (double) ranks.size();
  }

  static double mrr(List<Integer> ranks) {
    return ranks.stream().mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank).average().orElse(0);
  }

  // #endregion measure

  public static void main(String[] args) {
    compare("every 200 characters", Manuals.byLength(200), Manuals.JUDGED);
    compare("by headings", Manuals.byHeadings(), Manuals.JUDGED);
    var all = Stream.concat(Manuals.byHeadings().stream(), Manuals.parts().stream()).toList();
    compare("with the parts, old questions", all, Manuals.JUDGED);
    compare("with the parts, part numbers", all, Manuals.PARTS);
  }

  private static void compare(String name, List<Passage> passages, Map<String, String> questions) {
    List<String> groups = List.of("staff");
    var index = new PassageIndex(passages, Manuals.EMBED);
    System.out.println(name + ": " + passages.size() + " passages");
    print("terms", ranks(questions, question -> index.byTerms(question, groups)));
    print("vectors", ranks(questions, question -> index.byVectors(question, groups)));
    print("both", ranks(questions, question -> index.byBoth(question, groups)));
  }

  private static void print(String name, List<Integer> ranks) {
    System.out.printf(
        "  %-8s recall@3 %.2f  MRR %.2f  ranks %s%n", name, recall(ranks, 3), mrr(ranks), ranks);
  }
}
