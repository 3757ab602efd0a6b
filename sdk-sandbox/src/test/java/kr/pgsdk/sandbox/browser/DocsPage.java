package kr.pgsdk.sandbox.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that docs/checkout.md shows, in its order. */
enum DocsPage {
  TOSS_WINDOW,
  TOSS_WIDGET,
  TOSS_V1,
  IAMPORT;

  private static final Pattern HTML = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

  /** Returns the page, with another script's address and everything filled in. */
  String html(String scriptUrl, String key, String checkout) {
    try {
      Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/checkout.md");
      Matcher matcher = HTML.matcher(Files.readString(page));
      List<String> blocks = new ArrayList<>();
      while (matcher.find()) {
        blocks.add(matcher.group(1));
      }
      return blocks
          .get(ordinal())
          .replaceAll(
              "src=\"https://[^\"]+\"", Matcher.quoteReplacement("src=\"" + scriptUrl + "\""))
          .replace("${clientKey}", key)
          .replace("${userCode}", key)
          .replace("${checkout}", checkout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
