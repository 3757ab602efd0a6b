package kr.pgsdk.sandbox.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.sandbox.async.Jvm;

/** A {@link ShopServer} in a JVM of its own, as others see it. */
final class Server implements AutoCloseable {
  /** What a server is said to answer that is dead, with what was seen of that. */
  static final String DEAD = "DEAD";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final List<String> SMALL = List.of("-Xmx64m", "-Xss512k");

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Semaphore pauses = new Semaphore(0);
  private final Deque<String> printed = new ArrayDeque<>();

  private Server(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts one, and doesn't wait for it.
   *
   * @param more settings, such as {@code clock=PT1H} or {@code resumes=PT0.2S}
   */
  static Server start(Sandbox sandbox, String url, String... more) {
    String[] settings = settings(sandbox, url, more).toArray(new String[0]);
    try {
      return new Server(Jvm.same().start(SMALL, ShopServer.class, settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a {@link ShopServer} is told. */
  static List<String> settings(Sandbox sandbox, String url, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "clock=PT0S",
                "database=" + url,
                "tossUrl=" + sandbox.tossUrl(),
                "tossKey=" + sandbox.tossSecretKey(),
                "iamportUrl=" + sandbox.iamportUrl(),
                "iamportKey=" + sandbox.iamportKey(),
                "iamportSecret=" + sandbox.iamportSecret()));
    settings.addAll(List.of(more));
    return settings;
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("PORT ")) {
          port.complete(Integer.parseInt(line.substring(5)));
        } else if (line.equals(Hook.PAUSED)) {
          pauses.release();
        } else {
          note(line);
        }
      }
    } catch (IOException e) {
      // it was killed
    }
    port.completeExceptionally(new IOException("the server ended"));
  }

  private synchronized void note(String line) {
    printed.addLast(line);
    if (printed.size() > 200) {
      printed.removeFirst();
    }
  }

  /** What it printed last. */
  synchronized String printed() {
    return String.join("\n", printed);
  }

  /** Waits until it takes requests. */
  Server ready() {
    try {
      port.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (Exception e) {
      throw new IllegalStateException("the server didn't start: " + printed(), e);
    }
  }

  /** Posts to it; what it answers, or {@link #DEAD}. */
  CompletableFuture<String> post(String target) {
    return post(target, Map.of(), new byte[0]);
  }

  CompletableFuture<String> post(String target, SandboxWebhook webhook) {
    return post(target, webhook.headers(), webhook.body());
  }

  private CompletableFuture<String> post(
      String target, Map<String, List<String>> headers, byte[] body) {
    if (!port.isDone() || port.isCompletedExceptionally()) {
      return CompletableFuture.completedFuture(DEAD);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.join() + target))
            .timeout(LONGEST_WAIT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return CLIENT
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .handle((response, failure) -> failure != null ? DEAD + " " + failure : response.body());
  }

  /** Posts to it and waits; what it answers, or {@link #DEAD}. */
  String ask(String target) {
    return post(target).join();
  }

  boolean isReady() {
    return port.isDone() && !port.isCompletedExceptionally() && process.isAlive();
  }

  /** Waits until it is dead. */
  void awaitDeath() throws InterruptedException {
    if (!process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server lives: " + printed());
    }
  }

  /** Waits until it pauses where it was armed to. */
  void awaitPause() throws InterruptedException {
    if (!pauses.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server didn't come to its point: " + printed());
    }
  }

  /** SIGSTOP: no thread of it runs any more. What it is to do after that waits for it. */
  void suspend() throws IOException, InterruptedException {
    signal("STOP");
    Path state = Path.of("/proc/" + process.pid() + "/stat");
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!Files.readString(state).contains(") T ")) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the server didn't stop");
      }
      Thread.onSpinWait();
    }
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** SIGCONT: it goes on where it was. */
  void wake() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + ": " + exit);
    }
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitDeath();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
