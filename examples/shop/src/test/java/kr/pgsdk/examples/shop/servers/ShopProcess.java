package kr.pgsdk.examples.shop.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.examples.shop.Shop;

/** The shop in a JVM of its own, on a port that it chooses. */
final class ShopProcess implements AutoCloseable {
  private static final long LONGEST_START_SECONDS = 180;
  private static final int LINES_KEPT = 200;
  private static final Pattern OPEN = Pattern.compile("The shop is open: (http://[^/]+)/");

  /** It lives for seconds: nothing is compiled twice, and a page is built when it is asked for. */
  private static final List<String> QUICK =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx160m",
          "-Xss512k",
          "-Dspring.main.lazy-initialization=true",
          "-Dspring.jmx.enabled=false");

  private final Process process;
  private final CompletableFuture<String> url = new CompletableFuture<>();
  private final Deque<String> printed = new ArrayDeque<>();

  private ShopProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "shop-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one, and doesn't wait for it. */
  static ShopProcess start(Map<String, String> properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Shop.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL_OPTIONS"));
    return new ShopProcess(builder.start());
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
        Matcher open = OPEN.matcher(line);
        if (open.find()) {
          url.complete(open.group(1));
        }
      }
    } catch (IOException e) {
      // it was killed
    }
    url.completeExceptionally(new IOException("the shop ended"));
  }

  private synchronized void note(String line) {
    if (line.startsWith("\tat ") || line.startsWith("\t... ")) {
      return;
    }
    printed.addLast(line);
    if (printed.size() > LINES_KEPT) {
      printed.removeFirst();
    }
  }

  /** What it printed last. */
  synchronized String printed() {
    return String.join("\n", printed);
  }

  /** Waits until it is open. */
  void ready() {
    try {
      String unused = url.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the shop didn't start: " + printed(), e);
    }
  }

  /** Whether it takes requests, as far as one can know. */
  boolean isReady() {
    return url.isDone() && !url.isCompletedExceptionally() && process.isAlive();
  }

  /** Its address, without a slash at the end. */
  String url() {
    return isReady() ? url.join() : "http://localhost:1"; // where nothing listens
  }

  /** SIGKILL; waits until it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the shop lives: " + printed());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
