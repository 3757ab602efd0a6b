package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.first.FirstPayment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/quick-start.md shows the files that are compiled and run here. */
class QuickStartPageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @ParameterizedTest
  @ValueSource(strings = {"quick-start.md", "quick-start.ko.md"})
  void page_showsBothFilesWhole(String page) throws IOException {
    String text = Files.readString(ROOT.resolve("docs").resolve(page));
    for (String file : new String[] {"FirstPayment.java", "FirstShop.java"}) {
      assertThat(text)
          .contains(
              "```java\n"
                  + Files.readString(
                      ROOT.resolve("sdk-sandbox/src/test/java/com/example/first").resolve(file))
                  + "```");
    }
  }

  @Test
  void firstPayment_isPaid() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      FirstPayment.main(new String[0]);
    } finally {
      System.setOut(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Paid: 15000 KRW for order ");
  }
}
