package museum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private Catalog catalog;

  @BeforeEach
  void fill() throws Exception {
    catalog = new Catalog(new ByteBuffersDirectory());
    for (Item item : Demo.ITEMS) {
      catalog.put(item);
    }
    catalog.refresh();
  }

  private List<String> ids(String words) throws Exception {
    return catalog.search(catalog.query(words), 10).stream().map(Catalog.Hit::id).toList();
  }

  @Test
  void bothSidesBecomeTheSameTerms() throws Exception {
    assertEquals(List.of("vase", "athen"), catalog.terms("The VASES of Athens"));
    assertEquals(List.of("A1", "B2"), ids("VASES"));
    assertEquals(List.of("C3"), ids("etoile"));
    assertEquals(List.of(), ids("vas"));
  }

  @Test
  void aRareWordInATitleWins() throws Exception {
    assertEquals("C3", ids("greek amphora").getFirst());
  }

  @Test
  void nothingMatchesAnEmptyQueryOrOneOfStopWords() throws Exception {
    assertEquals(List.of(), ids(""));
    assertEquals(List.of(), ids("the of"));
    assertEquals(List.of(), ids("\u0000 * AND ( \""));
  }

  @Test
  void aTypoIsForgivenOnlyWhenAskedForAlsoInAnEnding() throws Exception {
    for (String word : List.of("drawngs", "drawigs", "drawingz", "ddrawings")) {
      assertEquals(List.of(), ids(word), word);
      assertEquals("D4", catalog.search(catalog.forgiving(word, 1), 10).getFirst().id(), word);
    }
  }

  @Test
  void aCorrectWordRanksBeforeAMisspelledOne() throws Exception {
    catalog.put(new Item("F6", "Vaso", "A long text about something else", "Roman"));
    catalog.refresh();
    var hits = catalog.search(catalog.forgiving("vase", 1), 10);
    assertEquals("A1", hits.getFirst().id());
    assertTrue(hits.stream().anyMatch(hit -> hit.id().equals("F6")));
  }

  @Test
  void aPastedPageIsCutOff() throws Exception {
    assertEquals("A1", ids("vase " + "word ".repeat(5000)).getFirst());
  }

  @Test
  void aFilterIsExactAndDoesntChangeTheScore() throws Exception {
    var all = catalog.search(catalog.query("vase"), 10);
    var greek = catalog.search(catalog.filtered(catalog.query("vase"), "Greek"), 10);
    assertEquals(List.of(all.getFirst()), greek);
    assertEquals(List.of(), catalog.search(catalog.filtered(catalog.query("vase"), "greek"), 10));
  }

  @Test
  void thePartsOfAScoreAreExplained() throws Exception {
    String explanation = catalog.explain(catalog.query("amphora"), "C3");
    assertTrue(explanation.contains("weight(title:amphora"), explanation);
    double idf = Math.log(1 + (5 - 1 + 0.5) / (1 + 0.5));
    double title = 3 * idf / (1 + 1.2 * (1 - 0.75 + 0.75 * 1 / 1.6));
    double text = idf / (1 + 1.2 * (1 - 0.75 + 0.75 * 4 / 5.0));
    double score = catalog.search(catalog.query("amphora"), 1).getFirst().score();
    assertEquals(title + text, score, 0.0001);
  }

  @Test
  void aReplacedObjectIsFoundByItsNewWordsOnly() throws Exception {
    catalog.put(new Item("D4", "Roman coin", "Bronze", "Roman"));
    catalog.refresh();
    assertEquals(List.of("D4"), ids("bronze"));
    assertEquals(List.of(), ids("owl"));
  }
}
