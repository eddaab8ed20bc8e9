package org.example.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathToRootTest {
  static final class Kept {}

  static Kept kept;

  @TempDir Path folder;

  @Test
  void namesThePathOrSaysThatThereIsNone() throws IOException {
    kept = new Kept();
    File dump = folder.resolve("test.hprof").toFile();
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.getPath(), true);
    List<String> path = PathToRoot.find(dump, Kept.class.getName());
    assertEquals("1 of " + Kept.class.getName(), path.get(0));
    assertEquals("  held by java.lang.Class.kept", path.get(1));
    assertEquals(List.of("0 of no.such.Type"), PathToRoot.find(dump, "no.such.Type"));
  }
}
