package kr.pgsdk.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * What a user of a module can call or extend, a line a type or member, from its class files: in
 * their order by name, so that moving a method in its source changes nothing. Internal classes are
 * a part of it where a type that users see extends one.
 */
final class PublicApi {
  private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

  // A type as javap begins it, such as "public final class kr.pgsdk.core.Money {".
  private static final Pattern TYPE =
      Pattern.compile("public .*?(?:class|interface) ([\\w.$]+)(?:<.*>)?(?: .*)? \\{");

  private static final Pattern HIDDEN_BASE =
      Pattern.compile("extends (kr\\.pgsdk\\.[\\w.]*\\binternal\\.[\\w.$]+)");

  private static final Pattern PROPERTY =
      Pattern.compile("\"name\": \"(pgsdk[^\"]*)\",\\s*\"type\": \"([^\"]*)\"");

  private final Map<String, Type> types = new TreeMap<>();
  private final TreeSet<String> properties = new TreeSet<>();

  private record Type(String line, TreeSet<String> members) {}

  private PublicApi() {}

  static PublicApi of(PublishedModule module) throws IOException {
    PublicApi api = new PublicApi();
    api.read(javap(module.exportedClassFiles()));
    // A nested type is as hidden as what it is nested in.
    api.types.keySet().removeIf(name -> !api.isSeen(name));
    api.readHiddenBases();
    Path springProperties = module.classes().resolve("META-INF/spring-configuration-metadata.json");
    if (Files.exists(springProperties)) {
      Matcher property = PROPERTY.matcher(Files.readString(springProperties));
      while (property.find()) {
        api.properties.add("property " + property.group(1) + " " + property.group(2));
      }
    }
    return api;
  }

  private static String javap(List<Path> classFiles) {
    List<String> arguments = new ArrayList<>(List.of("-protected", "-constants"));
    classFiles.forEach(file -> arguments.add(file.toString()));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    if (JAVAP.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(out.toString());
    }
    return out.toString();
  }

  private void read(String javap) {
    Type type = null;
    for (String line : javap.lines().toList()) {
      if (line.startsWith("  ")) {
        if (type != null) {
          type.members.add(line.strip().replace("public abstract ", "public "));
        }
        continue;
      }
      Matcher start = TYPE.matcher(line);
      type = start.matches() ? new Type(line, new TreeSet<>()) : null;
      if (type != null) {
        types.put(start.group(1), type);
      }
    }
  }

  private void readHiddenBases() {
    Set<String> bases = hiddenBases();
    while (!bases.isEmpty()) {
      read(javap(bases.stream().map(PublishedModule::classFile).toList()));
      bases = hiddenBases();
    }
  }

  /** Those that weren't read yet. */
  private Set<String> hiddenBases() {
    Set<String> bases =
        types.values().stream()
            .flatMap(type -> HIDDEN_BASE.matcher(type.line).results())
            .map(base -> base.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    bases.removeAll(types.keySet());
    return bases;
  }

  private boolean isSeen(String name) {
    int nested = name.lastIndexOf('$');
    return types.containsKey(name) && (nested < 0 || isSeen(name.substring(0, nested)));
  }

  /** The types' full names, as in {@code java.util.Map$Entry}, whoever made them. */
  TreeSet<String> namedTypes() {
    TreeSet<String> named = new TreeSet<>();
    Matcher name =
        Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*")
            .matcher(toText().replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\""));
    while (name.find()) {
      named.add(name.group());
    }
    return named;
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    types.forEach(
        (name, type) -> {
          text.append(type.line).append('\n');
          type.members.forEach(member -> text.append("  ").append(member).append('\n'));
          text.append("}\n");
        });
    properties.forEach(property -> text.append(property).append('\n'));
    return text.toString().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
  }
}
