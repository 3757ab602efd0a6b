package kr.pgsdk.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of Maven as a user types them, with a repository that has what this build packaged. */
record UsersMaven(Path project, Path settings) {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  static UsersMaven in(Path project) throws IOException {
    Path settings = project.resolveSibling("settings.xml");
    Files.writeString(
        settings,
        Files.readString(Path.of(System.getProperty("users.settings")))
            .replace(
                "@localRepositoryUrl@",
                Path.of(System.getProperty("build.repository")).toUri().toString()));
    return new UsersMaven(project, settings);
  }

  private Process start(String command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    if (!words.remove(0).equals("mvn")) {
      throw new IllegalArgumentException("not Maven: " + command);
    }
    words.add(0, System.getProperty("users.maven"));
    words.addAll(List.of("-B", "-s", settings.toString()));
    words.add("-Dmaven.repo.local=" + System.getProperty("users.repository"));
    ProcessBuilder maven =
        new ProcessBuilder(words).directory(project.toFile()).redirectErrorStream(true);
    maven.environment().put("SERVER_PORT", "0"); // the page says 8080, which may be taken
    return maven.start();
  }

  /** Runs a command to its end, and returns what it printed. */
  String run(String command) throws IOException, InterruptedException {
    Process maven = start(command);
    String printed = new String(maven.getInputStream().readAllBytes());
    if (maven.waitFor() != 0) {
      throw new AssertionError(command + " failed:\n" + printed);
    }
    return printed;
  }

  /** Starts an application, and waits until it takes requests. */
  Running serve(String command) throws IOException {
    Process maven = start(command);
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = maven.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.append(line).append('\n');
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        Thread reader = new Thread(() -> lines.lines().forEach(rest -> {}), "reads on");
        reader.setDaemon(true);
        reader.start();
        return new Running(maven, "http://localhost:" + port.group(1));
      }
    }
    throw new AssertionError(command + " ended:\n" + printed);
  }

  /** An application that runs under Maven. */
  record Running(Process maven, String url) implements AutoCloseable {
    @Override
    public void close() {
      List<ProcessHandle> all = new ArrayList<>(maven.descendants().toList());
      all.add(maven.toHandle());
      all.forEach(ProcessHandle::destroy);
      try {
        for (ProcessHandle process : all) {
          process.onExit().get(20, TimeUnit.SECONDS);
        }
      } catch (Exception e) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }
}
