package com.example.lifts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/** Finds passages by their terms, by their vectors, or by both. */
public final class PassageIndex {
  private static final int CANDIDATES = 20;
  private final EnglishAnalyzer analyzer = new EnglishAnalyzer(stopWords());
  private final Function<String, float[]> embed;
  private final IndexSearcher searcher;

  // #region stop
  /** Lucene's own, and the words that questions are made of. */
  private static CharArraySet stopWords() {
    var words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
    words.addAll(List.of("what", "when", "where", "who", "how", "why", "which", "many", "too"));
    words.addAll(List.of("i", "we", "me", "my", "our", "do", "does", "can", "may", "have", "been"));
    return words;
  }

  // #endregion stop

  // #region index
  public PassageIndex(List<Passage> passages, Function<String, float[]> embed) {
    this.embed = embed;
    try {
      var directory = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Passage passage : passages) {
          var document = new Document();
          document.add(new StringField("id", passage.id(), Store.YES));
          document.add(new StringField("group", passage.group(), Store.YES));
          document.add(new TextField("text", passage.text(), Store.YES));
          float[] vector = embed.apply(passage.text());
          document.add(new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.COSINE));
          writer.addDocument(document);
        }
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // #endregion index

  // #region search
  public List<Passage> byTerms(String question, Collection<String> groups) {
    Query terms = new QueryBuilder(analyzer).createBooleanQuery("text", checked(question));
    if (terms == null) terms = new MatchNoDocsQuery(); // only stop words
    Query allowed = allowed(groups);
    return find(
        new BooleanQuery.Builder().add(terms, Occur.MUST).add(allowed, Occur.FILTER).build());
  }

  public List<Passage> byVectors(String question, Collection<String> groups) {
    float[] vector = embed.apply(checked(question));
    return find(new KnnFloatVectorQuery("vector", vector, CANDIDATES, allowed(groups)));
  }

  private static String checked(String question) {
    if (question.isBlank() || question.length() > 500) {
      throw new IllegalArgumentException("A question has 1 to 500 characters");
    }
    return question;
  }

  /** The groups come from the session of the user who asks. */
  private static Query allowed(Collection<String> groups) {
    return new TermInSetQuery("group", groups.stream().map(BytesRef::new).toList());
  }

  // #endregion search

  // #region merge
  public List<Passage> byBoth(String question, Collection<String> groups) {
    Map<Passage, Double> sums = new HashMap<>();
    for (var list : List.of(byTerms(question, groups), byVectors(question, groups))) {
      for (int i = 0; i < list.size(); i++) {
        sums.merge(list.get(i), 1.0 / (60 + i + 1), Double::sum);
      }
    }
    Stream<Map.Entry<Passage, Double>> best =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<Passage, Double>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().id()));
    return best.map(Map.Entry::getKey).toList();
  }

  // #endregion merge

  private List<Passage> find(Query query) {
    try {
      var passages = new ArrayList<Passage>();
      for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        passages.add(
            new Passage(document.get("id"), document.get("group"), document.get("text")));
      }
      return passages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
