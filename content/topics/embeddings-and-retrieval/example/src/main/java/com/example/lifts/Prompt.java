package com.example.lifts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The prompt, and the check of the citations in the answer. */
public final class Prompt {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)]");
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
    Set<String> given = passages.stream().map(Passage::id).collect(Collectors.toSet());
    List<String> cited =
        BRACKETS.matcher(answer).results()
            .flatMap(match -> Stream.of(match.group(1).split("[,;]")))
            .map(String::strip)
            .toList();
    return !cited.isEmpty() && given.containsAll(cited);
  }

  // #endregion prompt
}
