package kr.pgsdk.portone.platform.partner;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PlatformFields;

/** A change of a partner: what isn't set stays as it is. */
public final class PortOnePartnerUpdate extends RequestObject {
  private PortOnePartnerUpdate(RequestFields fields) {
    super(fields);
  }

  /** Starts a change that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePartnerUpdate}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final RequestFields contact = new RequestFields();
    private final RequestFields properties = new RequestFields();

    private Builder() {}

    /** The name of the person or the company. */
    public Builder name(String name) {
      fields.personal("name", name, RequestFields.ANY_LENGTH);
      return this;
    }

    /** Where it is paid. */
    public Builder account(PortOnePartnerAccount account) {
      fields.object("account", RequestFields.of(account));
      return this;
    }

    /** The contract that holds unless a transfer names another. */
    public Builder defaultContractId(String defaultContractId) {
      fields.text("defaultContractId", defaultContractId, RequestFields.ANY_LENGTH);
      return this;
    }

    /** A note of the platform's, of at most 256 characters. */
    public Builder memo(String memo) {
      fields.note("memo", memo, 256);
      return this;
    }

    /** Words to find it by, in place of those it has. */
    public Builder tags(List<String> tags) {
      fields.texts("tags", tags);
      return this;
    }

    /** The name of whom to reach there. */
    public Builder contactName(String contactName) {
      return contact("name", contactName);
    }

    /** The number of that person's phone. */
    public Builder contactPhoneNumber(String contactPhoneNumber) {
      return contact("phoneNumber", contactPhoneNumber);
    }

    /** That person's e-mail address. */
    public Builder contactEmail(String contactEmail) {
      return contact("email", contactEmail);
    }

    private Builder contact(String name, String text) {
      contact.personal(name, text, RequestFields.ANY_LENGTH);
      fields.object("contact", contact);
      return this;
    }

    /** What changes of the business; a partner of another kind becomes one. */
    public Builder business(PortOneBusiness business) {
      return type("business", RequestFields.of(business));
    }

    /** A person whose income tax is withheld. */
    public Builder whtPayer() {
      return type("whtPayer", new RequestFields());
    }

    /** A person whose income tax is withheld, by the date of birth. */
    public Builder whtPayer(LocalDate birthdate) {
      return type("whtPayer", born(birthdate));
    }

    /** A person whose income tax isn't withheld. */
    public Builder nonWhtPayer() {
      return type("nonWhtPayer", new RequestFields());
    }

    /** A person whose income tax isn't withheld, by the date of birth. */
    public Builder nonWhtPayer(LocalDate birthdate) {
      return type("nonWhtPayer", born(birthdate));
    }

    private Builder type(String kind, RequestFields type) {
      fields.object("type", new RequestFields().object(kind, type));
      return this;
    }

    private static RequestFields born(LocalDate birthdate) {
      return new RequestFields()
          .personal("birthdate", birthdate.toString(), RequestFields.ANY_LENGTH);
    }

    /**
     * Something that the platform stores with it.
     *
     * @param key one that the console has
     */
    public Builder userDefinedProperty(String key, String value) {
      properties.object(key, PlatformFields.property(value));
      fields.object("userDefinedProperties", properties);
      return this;
    }

    /** Returns it. */
    public PortOnePartnerUpdate build() {
      return new PortOnePartnerUpdate(fields.copy());
    }
  }
}
