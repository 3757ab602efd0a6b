package kr.pgsdk.portone.session;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** Terms that the buyer agrees to on the hosted checkout. */
public final class PortOneSessionTerms extends RequestObject {
  private PortOneSessionTerms(RequestFields fields) {
    super(fields);
  }

  /**
   * Names the terms.
   *
   * @param url where they are read
   * @throws IllegalArgumentException if a text is blank
   */
  public static PortOneSessionTerms of(String name, String url) {
    return new PortOneSessionTerms(new RequestFields().text("name", name).text("url", url));
  }
}
