import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// #region waiting
void main() {
  measure("10 platform threads", Executors.newFixedThreadPool(10));
  measure("virtual threads", Executors.newVirtualThreadPerTaskExecutor());
}

void measure(String name, ExecutorService executor) {
  long begin = System.nanoTime();
  try (executor) { // close waits for all tasks
    for (int harbor = 0; harbor < 1000; harbor++) {
      executor.submit(
          () -> {
            Thread.sleep(Duration.ofMillis(100));
            return "open";
          });
    }
  }
  IO.println(name + ": " + (System.nanoTime() - begin) / 1_000_000 + " ms");
}
// #endregion waiting
