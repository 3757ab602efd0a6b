package kr.pgsdk.core.internal.http;

/**
 * An object for a request's body, as users build it. Immutable. {@link RequestFields#of} has its
 * fields, which users can't reach.
 */
public abstract class RequestObject {
  final RequestFields fields;

  /**
   * Takes what was built.
   *
   * @param fields no longer changed
   * @hidden
   */
  protected RequestObject(RequestFields fields) {
    this.fields = fields;
  }

  /** Shows its kind alone: a field may be personal. */
  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
