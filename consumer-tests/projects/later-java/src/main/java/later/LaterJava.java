package later;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the shop on every later Java that is installed: one of each feature version. */
public final class LaterJava {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0]);
    Path target = Path.of(args[1]);
    String libraries = System.getProperty("java.class.path");
    Map<Integer, Path> laterOnes = laterOnes();
    laterOnes.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    Path own = compile(Path.of(System.getProperty("java.home")), source, target, libraries);
    for (Path home : laterOnes.values()) {
      System.out.println("Java at " + home);
      String java = home.resolve("bin/java").toString();
      Path classes =
          Files.exists(home.resolve("bin/javac")) ? compile(home, source, target, libraries) : own;
      run(java, "-classpath", classes + File.pathSeparator + libraries, "shop.Main");
      run(
          java,
          "--module-path",
          classes + File.pathSeparator + jars(libraries),
          "--module",
          "shop/shop.Main");
    }
  }

  private static Map<Integer, Path> laterOnes() throws IOException {
    List<Path> candidates = new ArrayList<>();
    String named = System.getenv("JAVA_25_HOME");
    if (named != null) {
      candidates.add(Path.of(named));
    }
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(home.getParent())) {
      beside.sorted().forEach(candidates::add);
    }
    Map<Integer, Path> found = new LinkedHashMap<>();
    for (Path candidate : candidates) {
      Path release = candidate.resolve("release");
      if (Files.exists(release) && Files.exists(candidate.resolve("bin/java"))) {
        Matcher version = VERSION.matcher(Files.readString(release));
        if (version.find() && Integer.parseInt(version.group(1)) > Runtime.version().feature()) {
          found.putIfAbsent(Integer.parseInt(version.group(1)), candidate);
        }
      }
    }
    return found;
  }

  // As a module: on the class path its descriptor is ignored.
  private static Path compile(Path home, Path source, Path target, String libraries)
      throws Exception {
    Path modular = Files.createDirectories(target.resolve("modular"));
    Path descriptor = modular.resolve("module-info.java");
    Files.writeString(
        descriptor,
        "module shop {"
            + " requires kr.pgsdk.iamport; requires kr.pgsdk.portone; requires kr.pgsdk.toss;"
            + " requires kr.pgsdk.sandbox; }");
    Path classes = target.resolve("shop-" + home.getFileName());
    run(
        home.resolve("bin/javac").toString(),
        "-d",
        classes.toString(),
        "--module-path",
        pgsdkAlone(libraries),
        descriptor.toString(),
        source.resolve("shop/Main.java").toString());
    return classes;
  }

  /** What a user compiles with: the SDK's own jars, and none of the libraries it brings. */
  private static String pgsdkAlone(String libraries) {
    return paths(libraries).filter(path -> path.contains("pgsdk")).reduce(LaterJava::join).get();
  }

  private static String jars(String libraries) {
    return paths(libraries).filter(path -> path.endsWith(".jar")).reduce(LaterJava::join).get();
  }

  private static Stream<String> paths(String libraries) {
    return Stream.of(libraries.split(File.pathSeparator));
  }

  private static String join(String a, String b) {
    return a + File.pathSeparator + b;
  }

  private static void run(String... command) throws Exception {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
  }
}
