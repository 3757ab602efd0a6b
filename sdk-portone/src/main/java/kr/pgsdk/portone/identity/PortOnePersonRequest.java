package kr.pgsdk.portone.identity;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** Whose identity is to be verified. Personal data: {@code toString} shows none of it. */
public final class PortOnePersonRequest extends RequestObject {
  private PortOnePersonRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param phoneNumber the phone's number
   * @param ipAddress the address the person's browser came from. No message shows it.
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String name, String phoneNumber, String ipAddress) {
    return new Builder(name, phoneNumber, ipAddress);
  }

  /** Builds {@link PortOnePersonRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String name, String phoneNumber, String ipAddress) {
      fields.personal("name", name);
      fields.personal("phoneNumber", phoneNumber);
      fields.personal("ipAddress", ipAddress);
    }

    /** The shop's id for the person. */
    public Builder id(String id) {
      fields.personal("id", id);
      return this;
    }

    /** The first seven digits of the resident number: needed for {@code SMS}. */
    public Builder identityNumber(String identityNumber) {
      fields.personal("identityNumber", identityNumber);
      return this;
    }

    /** Returns it. */
    public PortOnePersonRequest build() {
      return new PortOnePersonRequest(fields.copy());
    }
  }
}
