package kr.pgsdk.examples.cli;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.CardData;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A card, as options or as a file. No message shows any of it. */
final class CardOptions {
  private static final Set<String> KEYS =
      Set.of("number", "expiry", "ownerIdentity", "passwordDigits", "cvc");

  @Option(
      names = "--card-file",
      paramLabel = "FILE",
      description = {
        "A JSON file with the card, so that no list of processes shows it: number, expiry (YYYY-MM),",
        "and if needed ownerIdentity, passwordDigits, cvc."
      })
  private @Nullable Path file;

  @Option(names = "--card-number", paramLabel = "DIGITS", description = "The card's number.")
  private @Nullable String number;

  @Option(names = "--expiry", paramLabel = "YYYY-MM", description = "The last month it is valid.")
  private @Nullable String expiry;

  @Option(
      names = "--owner-identity",
      paramLabel = "DIGITS",
      description = "The owner's birth date as YYMMDD, or the business's number.")
  private @Nullable String ownerIdentity;

  @Option(
      names = "--password-digits",
      paramLabel = "DD",
      description = "The first two digits of the card's password.")
  private @Nullable String passwordDigits;

  @Option(names = "--cvc", paramLabel = "DIGITS", description = "The card's check number.")
  private @Nullable String cvc;

  /**
   * Returns the card; empty if none is given.
   *
   * @throws IllegalArgumentException if it breaks a rule
   */
  Optional<CardData> card() {
    boolean typed =
        number != null
            || expiry != null
            || ownerIdentity != null
            || passwordDigits != null
            || cvc != null;
    if (file == null) {
      return typed
          ? Optional.of(card(number, expiry, ownerIdentity, passwordDigits, cvc))
          : Optional.empty();
    }
    if (typed) {
      throw new IllegalArgumentException("give --card-file, or the card as options, not both");
    }
    Map<?, ?> json = read(file);
    return Optional.of(
        card(
            text(json, "number"),
            text(json, "expiry"),
            text(json, "ownerIdentity"),
            text(json, "passwordDigits"),
            text(json, "cvc")));
  }

  private static CardData card(
      @Nullable String number,
      @Nullable String expiry,
      @Nullable String ownerIdentity,
      @Nullable String passwordDigits,
      @Nullable String cvc) {
    if (number == null || expiry == null) {
      throw new IllegalArgumentException(
          "a card needs --card-number and --expiry, or number and expiry in --card-file");
    }
    CardData.Builder card = CardData.builder(number, month(expiry));
    Optional.ofNullable(ownerIdentity).ifPresent(card::ownerIdentity);
    Optional.ofNullable(passwordDigits).ifPresent(card::passwordDigits);
    Optional.ofNullable(cvc).ifPresent(card::cvc);
    return card.build();
  }

  private static YearMonth month(String expiry) {
    try {
      return YearMonth.parse(expiry);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expiry must be YYYY-MM"); // e quotes it
    }
  }

  private static Map<?, ?> read(Path path) {
    try (JsonReader json =
        JsonReader.of(new Buffer().writeUtf8(SmallFile.text(path, "card file")))) {
      if (json.readJsonValue() instanceof Map<?, ?> card && KEYS.containsAll(card.keySet())) {
        return card;
      }
    } catch (JsonDataException | IOException e) {
      // The parser's own message would quote the file.
      throw new IllegalArgumentException("card file " + path + " is not JSON");
    }
    throw new IllegalArgumentException(
        "card file "
            + path
            + " must hold one JSON object with no keys but "
            + "number, expiry, ownerIdentity, passwordDigits, cvc");
  }

  private static @Nullable String text(Map<?, ?> json, String key) {
    Object value = json.get(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new IllegalArgumentException("card file: " + key + " must be a string");
  }
}
