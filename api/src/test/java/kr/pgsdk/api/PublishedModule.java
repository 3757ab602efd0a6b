package kr.pgsdk.api;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of this repository that becomes a published jar, after its classes were compiled. */
record PublishedModule(Path folder) {
  /** Every folder whose POM says that it is published, but the BOM, which has no classes. */
  static List<PublishedModule> all() {
    List<PublishedModule> modules = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(".."), "sdk-*")) {
      for (Path folder : folders) {
        Path pom = folder.resolve("pom.xml");
        if (Files.exists(pom)
            && Files.readString(pom).contains("<unpublished>false</unpublished>")
            && Files.exists(folder.resolve("src/main/java"))) {
          modules.add(new PublishedModule(folder));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    modules.sort((a, b) -> a.toString().compareTo(b.toString()));
    return modules;
  }

  /** The file of a class, whichever module has it. */
  static Path classFile(String name) {
    return all().stream()
        .map(module -> module.classes().resolve(name.replace('.', '/') + ".class"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path text() {
    return Path.of(this + ".txt");
  }

  /** The packages that every user sees. */
  Set<String> exports() throws IOException {
    try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(e -> !e.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(toSet());
    }
  }

  /** The class files of the packages that every user sees, those of nested classes too. */
  List<Path> exportedClassFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : exports()) {
      try (Stream<Path> inPackage = Files.list(classes().resolve(name.replace('.', '/')))) {
        inPackage.filter(f -> f.toString().endsWith(".class")).forEach(files::add);
      }
    }
    return files;
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
