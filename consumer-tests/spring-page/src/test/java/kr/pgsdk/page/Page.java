package kr.pgsdk.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of docs tells its reader to do: files to write, and commands to run. */
record Page(String dependencies, Map<Path, String> files, List<String> commands) {
  private static final Pattern STEP =
      Pattern.compile("`(src/[^`]*)`|```(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|record) (\\w+)");

  /** Reads a page up to a heading. */
  static Page read(Path page, String upTo) throws IOException {
    String text = Files.readString(page);
    String dependencies = "";
    Map<Path, String> files = new LinkedHashMap<>();
    List<String> commands = new ArrayList<>();
    Path place = Path.of("src/main/java");
    Matcher step = STEP.matcher(text.substring(0, text.indexOf("\n" + upTo)));
    while (step.find()) {
      String block = step.group(3);
      if (block == null) {
        place = Path.of(step.group(1));
      } else if (block.startsWith("<dependency>")) {
        dependencies = block;
      } else if (step.group(2).equals("java")) {
        Path folder = place.startsWith("src/test") ? place : Path.of("src/main/java");
        files.put(folder.resolve("com/example/shop").resolve(type(block) + ".java"), block);
      } else if (step.group(2).isEmpty()) {
        commands.addAll(block.lines().toList());
      } else if (!block.startsWith("<execution>")) { // for shops in Kotlin
        files.put(place, block);
      }
    }
    return new Page(dependencies, files, commands);
  }

  private static String type(String java) {
    Matcher type = TYPE.matcher(java);
    if (!type.find()) {
      throw new IllegalArgumentException("no class: " + java);
    }
    return type.group(1);
  }

  /** Writes the files into a project, and the dependencies into its POM. */
  void into(Path project) throws IOException {
    Path pom = project.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom).replace("\t</dependencies>", dependencies + "\t</dependencies>"));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
