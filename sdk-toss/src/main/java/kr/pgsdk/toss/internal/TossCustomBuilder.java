package kr.pgsdk.toss.internal;

/**
 * What a request is built from whose fields this SDK doesn't all know.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class TossCustomBuilder<B extends TossCustomBuilder<B>>
    extends TossRequestBuilder<B> {
  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected TossCustomBuilder() {}

  /**
   * Sets a text that has no method here.
   *
   * @param name the field's name at Toss
   * @param text at most 2000 characters, on one line; no message repeats it
   * @throws IllegalArgumentException if a rule above is broken, or the field is set already
   */
  public B field(String name, String text) {
    fields.personal(requireNew(name), text);
    return self();
  }

  /**
   * Sets a value of another kind that has no method here.
   *
   * @param name the field's name at Toss
   * @param json the value as JSON: a number, a boolean, an array or an object; no message repeats
   *     what is in it
   * @throws IllegalArgumentException if it isn't one JSON document, is {@code null}, or the field
   *     is set already
   */
  public B jsonField(String name, String json) {
    fields.document(requireNew(name), json);
    return self();
  }

  private String requireNew(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a field must not be empty or blank");
    }
    if (fields.has(name)) {
      throw new IllegalArgumentException(name + " is set already");
    }
    return name;
  }
}
