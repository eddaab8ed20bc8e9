package org.example.tracking;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.Value;

/** Says why the garbage collector can't free an object of a class, from a heap dump. */
public final class PathToRoot {
  private PathToRoot() {}

  public static void main(String[] args) throws IOException {
    find(new File(args[0]), args[1]).forEach(System.out::println);
  }

  static List<String> find(File dump, String className) throws IOException {
    Heap heap = HeapFactory.createHeap(dump);
    JavaClass type = heap.getJavaClassByName(className);
    List<?> objects = type == null ? List.of() : type.getInstances();
    List<String> lines = new ArrayList<>(List.of(objects.size() + " of " + className));
    if (objects.isEmpty()) return lines;

    Instance object = (Instance) objects.get(0);
    while (!object.isGCRoot()) {
      Instance holder = object.getNearestGCRootPointer();
      if (holder == null) {
        lines.add("  not reachable, so the next collection frees it");
        return lines;
      }
      lines.add("  held by " + holder.getJavaClass().getName() + place(object, holder));
      object = holder;
    }
    lines.add("  root: " + heap.getGCRoot(object).getKind());
    return lines;
  }

  private static String place(Instance object, Instance holder) {
    for (Object reference : object.getReferences()) {
      Value value = (Value) reference;
      if (value.getDefiningInstance().equals(holder) && value instanceof ObjectFieldValue field) {
        return "." + field.getField().getName();
      }
    }
    return "";
  }
}
