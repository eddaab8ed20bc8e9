package museum;

/** A museum object as the database has it. */
public record Item(String id, String title, String text, String culture) {}
