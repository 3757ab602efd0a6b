package kr.pgsdk.iamport.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseObject;

/**
 * An object in a response of Iamport's. What Iamport sends for "nothing" (null, 0 for a time, an
 * empty text, no key at all) is empty here; so is a field of another type than documented.
 * Immutable.
 */
public abstract class IamportObject extends ResponseObject {
  private final JsonObject json;

  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected IamportObject(JsonObject json) {
    super(json);
    this.json = json;
  }

  /**
   * Everything Iamport sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return all();
  }

  /**
   * A text; empty for absent, null, {@code ""}, blanks and {@code "null"}.
   *
   * @hidden
   */
  @Override
  protected final Optional<String> text(String name) {
    return Fields.text(json, name);
  }

  /**
   * A whole number, also one written as a text; a zero is a number.
   *
   * @hidden
   */
  @Override
  protected final OptionalInt integer(String name) {
    return Fields.integer(json, name);
  }

  /**
   * A moment; empty for 0, which means never.
   *
   * @hidden
   */
  @Override
  protected final Optional<Instant> time(String name) {
    return Optional.ofNullable(json.epochSeconds(name));
  }
}
