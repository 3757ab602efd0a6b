package kr.pgsdk.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip archive that holds a target's inputs. Its bytes depend on the names and bytes of the
 * inputs only: entries are sorted by name, have one fixed time and are not compressed. Compressed
 * bytes would differ between versions of zlib, and Git compresses the archive in any case.
 *
 * <p>{@code fuzz/run} starts this source file as a program, so it needs nothing but the JDK.
 */
final class CorpusArchive {
  static final int MAX_INPUT_BYTES = 64 * 1024;

  // No dot, slash or capital letter: every name is one file inside the folder, on any system.
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  // ZipOutputStream adds an extra field with the time zone to a time at the start of 1980.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private CorpusArchive() {}

  /**
   * Runs {@code unpack ARCHIVE FOLDER}, {@code pack FOLDER ARCHIVE} or {@code add ARCHIVE NAME}.
   */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "unpack" -> unpack(path, Path.of(arguments[2]));
      case "pack" -> pack(path, Path.of(arguments[2]));
      case "add" -> add(path, arguments[2], System.in);
      default -> throw new IllegalArgumentException("unknown command: " + arguments[0]);
    }
  }

  /** Writes every input of the archive as a file into the folder. */
  static void unpack(Path archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> input : read(archive).entrySet()) {
      Files.write(folder.resolve(input.getKey()), input.getValue());
    }
  }

  /** Writes the archive anew; its inputs are the files of the folder. */
  static void pack(Path folder, Path archive) throws IOException {
    SortedMap<String, byte[]> inputs = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try (InputStream bytes = Files.newInputStream(file)) {
          put(inputs, file.getFileName().toString(), bytes);
        }
      }
    }
    Files.write(archive, toBytes(inputs));
  }

  /** Adds one input; makes the archive if there is none. */
  static void add(Path archive, String name, InputStream bytes) throws IOException {
    SortedMap<String, byte[]> inputs = Files.exists(archive) ? read(archive) : new TreeMap<>();
    put(inputs, name, bytes);
    Files.write(archive, toBytes(inputs));
  }

  /** Returns the inputs of the archive by name. */
  static SortedMap<String, byte[]> read(Path archive) throws IOException {
    SortedMap<String, byte[]> inputs = new TreeMap<>();
    byte[] bytes = Files.readAllBytes(archive);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getMethod() != ZipEntry.STORED) {
          throw new IOException("the archive has a compressed entry: " + entry.getName());
        }
        put(inputs, entry.getName(), zip);
      }
    }
    return inputs;
  }

  private static void put(Map<String, byte[]> inputs, String name, InputStream in)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("the name of an input must match " + NAME + ", but is " + name);
    }
    byte[] bytes = in.readNBytes(MAX_INPUT_BYTES + 1);
    if (bytes.length > MAX_INPUT_BYTES) {
      throw new IOException("the input is longer than " + MAX_INPUT_BYTES + " bytes: " + name);
    }
    if (inputs.putIfAbsent(name, bytes) != null) {
      throw new IOException("an input has this name already: " + name);
    }
  }

  /** Returns the archive of these inputs. */
  static byte[] toBytes(SortedMap<String, byte[]> inputs) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
        zip.putNextEntry(stored(input.getKey(), input.getValue()));
        zip.write(input.getValue());
      }
    }
    return archive.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }
}
