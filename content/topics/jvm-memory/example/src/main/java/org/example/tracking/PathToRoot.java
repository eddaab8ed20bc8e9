package org.example.tracking;

import java.io.File;
import java.io.IOException;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.Value;

/** Says why the garbage collector can't free an object of a class, from a heap dump. */
public final class PathToRoot {
  private PathToRoot() {}

  public static void main(String[] args) throws IOException {
    Heap heap = HeapFactory.createHeap(new File(args[0]));
    var objects = heap.getJavaClassByName(args[1]).getInstances();
    System.out.println(objects.size() + " of " + args[1]);

    Instance object = (Instance) objects.get(0);
    while (!object.isGCRoot()) {
      Instance holder = object.getNearestGCRootPointer();
      System.out.println("  held by " + holder.getJavaClass().getName() + place(object, holder));
      object = holder;
    }
    System.out.println("  root: " + heap.getGCRoot(object).getKind());
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
