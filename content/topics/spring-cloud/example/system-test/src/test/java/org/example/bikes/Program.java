package org.example.bikes;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One of the four programs, in a process of its own that a test can freeze or kill. */
record Program(Process process, int port) implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  static Program start(String module, Map<String, String> env) throws IOException {
    String name = module.substring(0, 1).toUpperCase() + module.substring(1) + "Application";
    int port = freePort();
    Path log = Path.of("target", module + "-" + port + ".log");
    Path target = Path.of("..", module, "target");
    String classPath =
        target.resolve("classes") + ":" + Files.readString(target.resolve("classpath.txt"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String mainClass = "org.example.bikes." + module + "." + name;
    ProcessBuilder builder =
        new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, mainClass)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().putAll(env);
    return new Program(builder.start(), port);
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path);
  }

  HttpResponse<String> post(String path) throws Exception {
    return send("POST", path);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(20))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Stops the process without ending it: its port still accepts connections. */
  void freeze() throws Exception {
    signal("-STOP");
  }

  void thaw() throws Exception {
    signal("-CONT");
  }

  private void signal(String signal) throws Exception {
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
  }

  /** Asks the process to end, as a deployment does. */
  void stop() throws Exception {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
