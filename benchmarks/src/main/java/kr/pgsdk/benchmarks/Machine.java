package kr.pgsdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run was made on and with. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException, InterruptedException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String changes = git("status", "--porcelain", "--untracked-files=no", ":!RESULTS.md");
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %d GiB, load average at the start %.1f; %s; Java %s, and Java %d for virtual"
            + " threads; commit %s%s",
        processor(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() >> 30,
        system.getSystemLoadAverage(),
        system.getName(),
        Runtime.version(),
        Jvm.newest().version(),
        git("rev-parse", "--short", "HEAD"),
        changes.isEmpty() ? "" : " with changes");
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    List<String> lines = Files.isReadable(info) ? Files.readAllLines(info) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String git(String... arguments) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? said.strip() : "unknown";
  }
}
