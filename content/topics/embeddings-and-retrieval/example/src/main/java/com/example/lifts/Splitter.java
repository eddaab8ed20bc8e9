package com.example.lifts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

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
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /** One passage per section, with the path of its headings in front. */
  public static List<Passage> byHeadings(String document, String group, String markdown) {
    List<Passage> passages = new ArrayList<>();
    var path = new TreeMap<Integer, String>();
    var text = new ArrayList<String>();
    Runnable close =
        () -> {
          if (text.isEmpty()) return;
          String id = document + "/" + (passages.size() + 1);
          String headings = String.join(" > ", path.values());
          passages.add(new Passage(id, group, headings + "\n" + String.join("\n\n", text)));
          text.clear();
        };
    for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        close.run();
        path.tailMap(heading.getLevel(), true).clear();
        path.put(heading.getLevel(), TextContentRenderer.builder().build().render(heading));
      } else {
        text.add(source(node, markdown));
      }
    }
    close.run();
    return passages;
  }

  // #endregion headings

  private static String source(Node node, String markdown) {
    List<String> lines = markdown.lines().toList();
    int first = node.getSourceSpans().get(0).getLineIndex();
    int last = node.getSourceSpans().get(node.getSourceSpans().size() - 1).getLineIndex();
    return String.join("\n", lines.subList(first, last + 1));
  }
}
