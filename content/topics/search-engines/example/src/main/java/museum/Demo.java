package museum;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;

public class Demo {
  static final List<Item> ITEMS =
      List.of(
          new Item("A1", "Greek vase", "Black-figure vase from Athens", "Greek"),
          new Item(
              "B2",
              "Lidded jar",
              "A copy of a Chinese vase in the style of the Ming vases, with a second vase inside",
              "Chinese"),
          new Item("C3", "Amphora", "Wine amphora with an étoile pattern", "Greek"),
          new Item("D4", "Greek coin", "With drawings of an owl", "Greek"),
          new Item("E5", "Jar", "Ointment jar, once full of vaseline", "British"));

  public static void main(String[] args) throws Exception {
    try (Catalog catalog = new Catalog(new ByteBuffersDirectory())) {
      for (Item item : ITEMS) {
        catalog.put(item);
      }
      catalog.refresh();
      if (List.of(args).contains("explain")) {
        System.out.println(catalog.explain(catalog.query("amphora"), "C3"));
        return;
      }
      if (List.of(args).contains("terms")) {
        printTerms(catalog);
        return;
      }
      for (String words : List.of("vases", "greek vase", "etoile", "vas", "vessel")) {
        print(words, catalog, catalog.query(words));
      }
      print("drawigns", catalog, catalog.query("drawigns"));
      print("drawigns, 1 typo", catalog, catalog.forgiving("drawigns", 1));
      print("vase, 2 typos", catalog, catalog.forgiving("vase", 2));
      print("vase, Greek only", catalog, catalog.filtered(catalog.query("vase"), "Greek"));
      print("vase, greek only", catalog, catalog.filtered(catalog.query("vase"), "greek"));
    }
  }

  private static void printTerms(Catalog catalog) {
    for (String text : List.of("The VASES of Athens", "étoile", "vaseline", "universities")) {
      System.out.println(text + " -> " + catalog.terms(text));
    }
  }

  private static void print(String label, Catalog catalog, Query query) throws Exception {
    StringBuilder line = new StringBuilder(String.format("%-18s", label));
    for (var hit : catalog.search(query, 10)) {
      line.append(String.format(Locale.ROOT, " %s %.2f", hit.id(), hit.score()));
    }
    System.out.println(line);
  }
}
