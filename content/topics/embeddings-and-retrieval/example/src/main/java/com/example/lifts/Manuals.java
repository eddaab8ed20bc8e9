package com.example.lifts;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents, the model and the judged questions of the example. */
public final class Manuals {
  private Manuals() {}

  private static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();
  public static final Function<String, float[]> EMBED = text -> MODEL.embed(text).content().vector();

  private static final List<String> PUBLIC = List.of("rope", "drive", "electrics", "operation");

  public static List<Passage> byHeadings() {
    return Stream.concat(
            PUBLIC.stream().flatMap(d -> Splitter.byHeadings(d, "staff", read("manuals/" + d)).stream()),
            Splitter.byHeadings("accidents", "safety", read("confidential/accidents")).stream())
        .toList();
  }

  public static List<Passage> byLength(int size) {
    return PUBLIC.stream()
        .flatMap(d -> Splitter.byLength(d, "staff", read("manuals/" + d), size).stream())
        .toList();
  }

  /** A catalog of 900 spare parts, whose names differ in a few digits. */
  public static List<Passage> parts() {
    return IntStream.range(100, 1000)
        .mapToObj(
            n -> {
              String text = "Spare parts > HX-" + n + "\nBearing, shelf " + (n * 37 % 400) + ".";
              return new Passage("parts/" + n, "staff", text);
            })
        .toList();
  }

  /** A question, and what the passage has to say that answers it. */
  // #region judged
  public static final Map<String, String> JUDGED = new LinkedHashMap<>();

  public static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    for (int n : new int[] {117, 202, 220, 330, 417, 471, 555, 702, 808, 911}) {
      PARTS.put("Where is HX-" + n + "?", "HX-" + n + "\n");
    }
    JUDGED.put("What do I do when the cable jumps out?", "Derailment of the hauling rope");
    JUDGED.put("E-471", "wind sensor sends no signal");
    JUDGED.put("How tight are the screws of the emergency brake?", "120 Nm");
    JUDGED.put("It's freezing, may I start the engine?", "below minus 25 degrees");
    JUDGED.put("There's a power cut and people are on the lift", "mains supply fails");
    JUDGED.put("A cabin is dark", "check the plug");
    JUDGED.put("Can a seven-year-old ride alone?", "Children under eight");
    JUDGED.put("When is it too stormy?", "At 80, empty the lift");
    JUDGED.put("Where do I put a mountain bike?", "outer rack");
    JUDGED.put("We found metal in the oil", "a bearing is worn");
    JUDGED.put("How many broken wires are too many?", "10 percent of the wires");
    JUDGED.put("Guests have been stuck for half an hour", "within 30 minutes");
  }

  // #endregion judged

  private static String read(String name) {
    try (var in = Manuals.class.getResourceAsStream("/" + name + ".md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
