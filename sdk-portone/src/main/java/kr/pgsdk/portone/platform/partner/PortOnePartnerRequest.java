package kr.pgsdk.portone.platform.partner;

import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.internal.PortOneKey;
import org.jspecify.annotations.Nullable;

/**
 * A new partner. Immutable; the same object sent again within three hours is one request for
 * PortOne, by its idempotency key.
 */
public final class PortOnePartnerRequest extends KeyedRequest {
  private PortOnePartnerRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts one.
   *
   * @param name the name of the person or the company
   * @param contactName whom to reach there
   * @param contactEmail that person's e-mail address
   * @param account where it is paid
   * @param defaultContractId the contract that holds unless a transfer names another
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(
      String name,
      String contactName,
      String contactEmail,
      PortOnePartnerAccount account,
      String defaultContractId) {
    return new Builder(name, contactName, contactEmail, account, defaultContractId);
  }

  /** Builds {@link PortOnePartnerRequest}. What isn't set isn't sent. */
  public static final class Builder extends PartnerBuilder<Builder> {
    private static final int MAX_TAGS = 10; // rest-v2, CreatePlatformPartnerBody.tags

    private @Nullable String idempotencyKey;

    private Builder(
        String name,
        String contactName,
        String contactEmail,
        PortOnePartnerAccount account,
        String defaultContractId) {
      fields.personal("name", name);
      contact("name", contactName);
      contact("email", contactEmail);
      fields.object("account", RequestFields.of(account));
      fields.text("defaultContractId", defaultContractId);
      fields.texts("tags", List.of()); // PortOne wants them, if only to be none
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The key under which PortOne executes the request once, for 3 hours: 1 to 300 visible ASCII
     * characters, never used for anything else; by default a new one.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder idempotencyKey(String idempotencyKey) {
      this.idempotencyKey = Texts.idempotencyKey(idempotencyKey);
      return this;
    }

    /** The partner's id, best the one the platform has for it; by default PortOne makes one. */
    public Builder id(String id) {
      fields.text("id", id);
      return this;
    }

    /** Words to find it by: at most 10. */
    public Builder tags(List<String> tags) {
      if (tags.size() > MAX_TAGS) {
        throw new IllegalArgumentException("tags must be at most " + MAX_TAGS);
      }
      fields.texts("tags", tags);
      return this;
    }

    /**
     * Says that it is a business.
     *
     * @throws IllegalArgumentException if name, number or representative are missing
     */
    public Builder business(PortOneBusiness business) {
      for (String name : PortOneBusiness.REQUIRED) {
        if (!RequestFields.of(business).has(name)) {
          throw new IllegalArgumentException("the business of a new partner must have " + name);
        }
      }
      return type("business", RequestFields.of(business));
    }

    /**
     * Returns it.
     *
     * @throws IllegalArgumentException if it isn't said what kind of taxpayer it is
     */
    public PortOnePartnerRequest build() {
      if (!fields.has("type")) {
        throw new IllegalArgumentException(
            "a partner must be a business, a whtPayer or a nonWhtPayer");
      }
      return new PortOnePartnerRequest(
          fields.copy(), idempotencyKey != null ? idempotencyKey : PortOneKey.random());
    }
  }
}
