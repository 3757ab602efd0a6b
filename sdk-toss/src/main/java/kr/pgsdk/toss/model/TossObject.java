package kr.pgsdk.toss.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseObject;
import org.jspecify.annotations.Nullable;

/**
 * An object in a response of Toss's. A field that is absent, null, an empty text, or of another
 * type than documented, is empty here. Words such as a method are Toss's own, in Korean unless the
 * client asks for English. Immutable.
 */
public abstract class TossObject extends ResponseObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected TossObject(JsonObject json) {
    super(json);
  }

  /**
   * Everything Toss sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return all();
  }

  /**
   * A day, in Korea.
   *
   * @hidden
   */
  protected final Optional<LocalDate> date(String name) {
    return text(name).map(TossObject::dateOrNull);
  }

  private static @Nullable LocalDate dateOrNull(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
