package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.function.Function;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;

/** Reads a response that a shop has saved. */
public final class SavedPayment {
  private SavedPayment() {}

  /**
   * Returns the payment that {@code json} holds.
   *
   * @param kind what it must be, such as {@code Toss payment}
   * @throws kr.pgsdk.core.error.MalformedResponseException if it is anything else
   */
  public static <T> T read(
      String json, String kind, GatewayTerms terms, Function<JsonObject, T> reader) {
    Objects.requireNonNull(json, "json");
    try {
      return reader.apply(Json.object(json.getBytes(UTF_8)));
    } catch (JsonProblem e) {
      throw Errors.make()
          .malformed(
              "this is no " + kind + ": " + e.getMessage(),
              ErrorDetails.builder(terms.gateway()).cause(e).build());
    }
  }
}
