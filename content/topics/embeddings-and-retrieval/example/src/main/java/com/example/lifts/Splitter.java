package com.example.lifts;

import java.util.ArrayList;
import java.util.List;

/** Cuts documents into passages. */
public final class Splitter {
  private Splitter() {}

  // #region length
  /** One passage per so many characters, wherever they end. */
  public static List<Passage> byLength(String document, String group, String markdown, int size) {
    List<Passage> passages = new ArrayList<>();
    for (int from = 0; from < markdown.length(); from += size) {
      int to = Math.min(from + size, markdown.length());
      String id = document + "/" + (passages.size() + 1);
      passages.add(new Passage(id, group, markdown.substring(from, to)));
    }
    return passages;
  }

  // #endregion length

  // #region headings
  /** One passage per section, with the path of its headings in front. */
  public static List<Passage> byHeadings(String document, String group, String markdown) {
    List<Passage> passages = new ArrayList<>();
    List<String> path = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : (markdown + "\n# end").split("\n")) {
      if (!line.startsWith("#")) {
        text.append(line).append('\n');
        continue;
      }
      if (!text.toString().isBlank()) {
        String id = document + "/" + (passages.size() + 1);
        String headings = String.join(" > ", path);
        passages.add(new Passage(id, group, headings + "\n" + text.toString().strip()));
      }
      text.setLength(0);
      int level = line.indexOf(' ');
      while (path.size() >= level) path.remove(path.size() - 1);
      path.add(line.substring(level + 1));
    }
    return passages;
  }
  // #endregion headings
}
