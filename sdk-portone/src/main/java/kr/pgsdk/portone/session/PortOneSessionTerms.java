package kr.pgsdk.portone.session;

import kr.pgsdk.core.internal.http.RequestFields;

/** Terms that the buyer agrees to on the hosted checkout. */
public final class PortOneSessionTerms {
  private final RequestFields fields;

  private PortOneSessionTerms(RequestFields fields) {
    this.fields = fields;
  }

  /**
   * Names the terms.
   *
   * @param url where they are read
   * @throws IllegalArgumentException if a text is blank
   */
  public static PortOneSessionTerms of(String name, String url) {
    return new PortOneSessionTerms(
        new RequestFields()
            .text("name", name, RequestFields.ANY_LENGTH)
            .text("url", url, RequestFields.ANY_LENGTH));
  }

  RequestFields fields() {
    return fields;
  }

  @Override
  public String toString() {
    return "PortOneSessionTerms";
  }
}
