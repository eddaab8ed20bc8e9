package museum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/** One Lucene index of museum objects. */
public class Catalog implements AutoCloseable {
  public record Hit(String id, float score) {}

  private final Analyzer words;
  private final Analyzer stems;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  public Catalog(Directory directory) {
    try {
      words = words().build();
      stems = stems();
      Analyzer analyzer = new PerFieldAnalyzerWrapper(stems, Map.of("words", words));
      var config = new IndexWriterConfig(analyzer);
      config.setOpenMode(IndexWriterConfig.OpenMode.CREATE); // old content may be out of date
      writer = new IndexWriter(directory, config);
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // #region analyzer
  private static CustomAnalyzer.Builder words() throws IOException {
    return CustomAnalyzer.builder()
        .withTokenizer("standard")
        .addTokenFilter("lowercase")
        .addTokenFilter("asciiFolding") // é becomes e
        .addTokenFilter("stop"); // drops "the", "of" and the like
  }

  private static Analyzer stems() throws IOException {
    return words().addTokenFilter("porterStem").build(); // vases becomes vase
  }

  // #endregion analyzer

  /** The terms that a text becomes. */
  public List<String> terms(String text) {
    return terms(stems, text);
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  // #region put
  /** Adds an object, or replaces it. Searches see it after the next refresh. */
  public void put(Item item) throws IOException {
    Document document = new Document();
    document.add(new StringField("id", item.id(), Field.Store.YES));
    document.add(new TextField("title", item.title(), Field.Store.NO));
    document.add(new TextField("text", item.text(), Field.Store.NO));
    document.add(new TextField("words", item.title() + " " + item.text(), Field.Store.NO));
    document.add(new StringField("culture", item.culture(), Field.Store.NO));
    writer.updateDocument(new Term("id", item.id()), document);
  }

  // #endregion put

  public void remove(String id) throws IOException {
    writer.deleteDocuments(new Term("id", id));
  }

  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  // #region query
  private static final int MOST_WORDS = 32; // people paste whole pages into search boxes

  /** Any of the words may match; a word in the title counts three times as much. */
  public Query query(String words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String term : terms(stems, words).stream().limit(MOST_WORDS).toList()) {
      Query title = new TermQuery(new Term("title", term));
      query.add(new BoostQuery(title, 3), Occur.SHOULD);
      query.add(new TermQuery(new Term("text", term)), Occur.SHOULD);
    }
    return query.build();
  }

  /** Also finds words with a number of wrong letters, at most 2. */
  public Query forgiving(String words, int typos) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(query(words), Occur.SHOULD);
    for (String word : terms(this.words, words).stream().limit(MOST_WORDS).toList()) {
      query.add(new FuzzyQuery(new Term("words", word), typos), Occur.SHOULD);
    }
    return query.build();
  }

  /** Narrows a search down without changing its scores. */
  public Query filtered(Query query, String culture) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term("culture", culture)), Occur.FILTER)
        .build();
  }

  // #endregion query

  public List<Hit> search(Query query, int limit) throws IOException {
    return read(
        searcher -> {
          List<Hit> hits = new ArrayList<>();
          for (var found : searcher.search(query, limit).scoreDocs) {
            String id = searcher.storedFields().document(found.doc).get("id");
            hits.add(new Hit(id, found.score));
          }
          return hits;
        });
  }

  /** How the score of one object comes about. */
  public String explain(Query query, String id) throws IOException {
    return read(
        searcher -> {
          int document = searcher.search(new TermQuery(new Term("id", id)), 1).scoreDocs[0].doc;
          return searcher.explain(query, document).toString();
        });
  }

  private interface Reading<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T read(Reading<T> reading) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return reading.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
  }
}
