package org.example.tracking;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Uses memory the way a busy service does, and says after each step how much. */
public final class Load {
  private static final int MIB = 1024 * 1024;

  private Load() {}

  public static void main(String[] args) throws Exception {
    print("start");

    // region steps
    List<byte[]> live = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) live.add(new byte[100_000]);
    print("150 MB of objects");

    List<ByteBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < 64; i++) buffers.add(ByteBuffer.allocateDirect(MIB));
    print("64 direct buffers of 1 MiB");

    startThreads(200);
    print("200 platform threads");

    for (int i = 0; i < 50_000; i++) live.set(i % live.size(), new byte[100_000]);
    print("5 GB allocated, 150 MB kept");
    // endregion steps

    if (args.length > 0) Thread.sleep(Long.parseLong(args[0]) * 1000);
    System.exit(buffers.size() == 64 ? 0 : 1);
  }

  private static void startThreads(int count) throws InterruptedException {
    CountDownLatch deep = new CountDownLatch(count);
    for (int i = 0; i < count; i++) new Thread(() -> recurse(1_000, deep)).start();
    deep.await();
  }

  private static void recurse(int depth, CountDownLatch deep) {
    if (depth > 0) {
      recurse(depth - 1, deep);
      return;
    }
    deep.countDown();
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(String step) throws IOException {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    System.out.printf(
        "%-32s heap %3d used of %3d MiB, process %3d MiB%n",
        step, heap.getUsed() / MIB, heap.getCommitted() / MIB, residentMib());
  }

  /** What the operating system counts, and what a container's limit is compared with. */
  private static long residentMib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
    return -1;
  }
}
