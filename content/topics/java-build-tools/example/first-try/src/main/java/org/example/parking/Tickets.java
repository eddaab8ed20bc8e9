package org.example.parking;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The reader of app/, against the versions of this pom.xml. */
public final class Tickets {
  private static final ObjectReader READER = reader();

  private Tickets() {}

  private static ObjectReader reader() {
    CsvMapper mapper = new CsvMapper();
    mapper.registerModule(new JavaTimeModule());
    return mapper.readerFor(Ticket.class).with(CsvSchema.emptySchema().withHeader());
  }

  public static List<Ticket> read(Path file) throws IOException {
    try (MappingIterator<Ticket> rows = READER.readValues(file.toFile())) {
      return rows.readAll();
    }
  }

  public static void main(String[] args) throws IOException {
    System.out.println(read(Path.of(args[0])).size() + " tickets");
  }
}
