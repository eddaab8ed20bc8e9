package com.example.lifts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The prompt, and the check of the citations in the answer. */
public final class Prompt {
  private static final Pattern CITATION = Pattern.compile("\\[([a-z]+/\\d+)]");
  public static final String NOT_FOUND = "Not in the manuals.";

  private Prompt() {}

  // #region prompt
  public static String build(String question, List<Passage> passages) {
    String sources =
        passages.stream()
            .map(passage -> "[" + passage.id() + "] " + passage.text())
            .collect(Collectors.joining("\n\n"));
    return """
        Answer only from the passages. Cite the passage after each statement, like [rope/1].
        If they don't contain the answer, write only: %s

        %s

        Question: %s
        """
        .formatted(NOT_FOUND, sources, question);
  }

  /** An answer can be shown if it cites something, and only what it was given. */
  public static boolean isTraceable(String answer, List<Passage> passages) {
    if (answer.strip().equals(NOT_FOUND)) return true;
    Set<String> cited = new TreeSet<>();
    CITATION.matcher(answer).results().forEach(match -> cited.add(match.group(1)));
    Set<String> given = passages.stream().map(Passage::id).collect(Collectors.toSet());
    return !cited.isEmpty() && given.containsAll(cited);
  }
  // #endregion prompt
}
