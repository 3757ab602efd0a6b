package kr.pgsdk.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusArchiveTest {
  @TempDir private Path folder;

  @Test
  void corpus_oneArchiveForEachTarget_andNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("corpus"))) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(FuzzTarget.values()).map(FuzzTarget::archive).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void archiveOfTheCorpus_writtenAgain_hasTheSameBytes(FuzzTarget target) throws IOException {
    assertThat(CorpusArchive.toBytes(CorpusArchive.read(target.archive())))
        .isEqualTo(Files.readAllBytes(target.archive()));
  }

  @Test
  void unpackedAndPacked_hasTheSameBytes() throws IOException {
    Path unpacked = folder.resolve("unpacked");
    Path packed = folder.resolve("packed.zip");

    CorpusArchive.unpack(FuzzTarget.JSON.archive(), unpacked);
    CorpusArchive.pack(unpacked, packed);

    assertThat(packed).hasSameBinaryContentAs(FuzzTarget.JSON.archive());
  }

  @Test
  void add_keepsTheOtherInputs_andRefusesANameInUse() throws IOException {
    Path archive = folder.resolve("new.zip");

    CorpusArchive.add(archive, "second", bytes(2));
    CorpusArchive.add(archive, "first", bytes(1));

    assertThat(CorpusArchive.read(archive))
        .containsExactly(entry("first", new byte[1]), entry("second", new byte[2]));
    assertThatIOException().isThrownBy(() -> CorpusArchive.add(archive, "first", bytes(3)));
    assertThat(CorpusArchive.read(archive)).containsEntry("first", new byte[1]);
  }

  @Test
  void longestInput_isTaken_oneByteMoreIsRefused() throws IOException {
    Path archive = folder.resolve("new.zip");
    int longest = CorpusArchive.MAX_INPUT_BYTES;

    CorpusArchive.add(archive, "longest", bytes(longest));
    assertThatIOException()
        .isThrownBy(() -> CorpusArchive.add(archive, "longer", bytes(longest + 1)));

    Path foreign = archive(entries("longer", new byte[longest + 1]));
    assertThatIOException().isThrownBy(() -> CorpusArchive.read(foreign));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../up", "..", "/absolute", "folder/", "folder/input", "a\\b", "a.b", "Capital"})
  void nameThatIsNoPlainFileName_isRefused_nothingIsUnpacked(String name) throws IOException {
    Path archive = archive(entries(name, new byte[0]));
    Path unpacked = folder.resolve("unpacked");

    assertThatIOException()
        .isThrownBy(() -> CorpusArchive.unpack(archive, unpacked))
        .withMessageContaining(name);
    assertThat(unpacked).isEmptyDirectory();
    assertThatIOException()
        .isThrownBy(() -> CorpusArchive.add(folder.resolve("new.zip"), name, bytes(0)));
  }

  @Test
  void nameTwice_isRefused() throws IOException {
    SortedMap<String, byte[]> two = entries("input-1", new byte[1]);
    two.put("input-2", new byte[2]);
    String bytes = new String(CorpusArchive.toBytes(two), ISO_8859_1);
    Path archive = folder.resolve("foreign.zip");
    Files.write(archive, bytes.replace("input-2", "input-1").getBytes(ISO_8859_1));

    assertThatIOException()
        .isThrownBy(() -> CorpusArchive.read(archive))
        .withMessageContaining("already");
  }

  /** A few compressed bytes can be gigabytes. */
  @Test
  void compressedEntry_isRefused() throws IOException {
    Path archive = folder.resolve("foreign.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("input"));
      zip.write(new byte[100]);
    }

    assertThatIOException()
        .isThrownBy(() -> CorpusArchive.read(archive))
        .withMessageContaining("compressed");
  }

  private Path archive(SortedMap<String, byte[]> inputs) throws IOException {
    return Files.write(folder.resolve("foreign.zip"), CorpusArchive.toBytes(inputs));
  }

  private static SortedMap<String, byte[]> entries(String name, byte[] bytes) {
    SortedMap<String, byte[]> inputs = new TreeMap<>();
    inputs.put(name, bytes);
    return inputs;
  }

  private static InputStream bytes(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }
}
