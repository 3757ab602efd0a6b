package kr.pgsdk.sandbox.readme;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/testing.md is compiled and run. */
class TestingPageTest {
  @Test
  void everyJavaBlock_isASnippetThatCompiles_andNoneIsMissing() throws IOException {
    PageCode.assertShown("testing.md", TestingSnippets.class);
  }

  /** As on the page. */
  @Nested
  class Payments extends TestingSnippets.PaymentTest {}

  /** As on the page. */
  @Nested
  class Doubts extends TestingSnippets.DoubtTest {}
}
