package kr.pgsdk.portone.platform.partner;

import java.time.LocalDate;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformFields;

/**
 * What a new partner and the change of one are built from.
 *
 * @param <B> the builder itself
 */
abstract class PartnerBuilder<B extends PartnerBuilder<B>> {
  private static final int MAX_MEMO = 256; // rest-v2, CreatePlatformPartnerBody.memo

  final RequestFields fields = new RequestFields();

  private final RequestFields contact = new RequestFields();
  private final RequestFields properties = new RequestFields();

  abstract B self();

  /** The number of the phone of whom to reach there. */
  public B contactPhoneNumber(String contactPhoneNumber) {
    return contact("phoneNumber", contactPhoneNumber);
  }

  final B contact(String name, String text) {
    contact.personal(name, text);
    fields.object("contact", contact);
    return self();
  }

  /** A note of the platform's, of at most 256 characters. */
  public B memo(String memo) {
    fields.note("memo", memo, MAX_MEMO);
    return self();
  }

  /** Says that it is a person whose income tax is withheld. */
  public B whtPayer() {
    return type("whtPayer", new RequestFields());
  }

  /** Says that it is a person whose income tax is withheld, by the date of birth. */
  public B whtPayer(LocalDate birthdate) {
    return type("whtPayer", born(birthdate));
  }

  /** Says that it is a person whose income tax isn't withheld. */
  public B nonWhtPayer() {
    return type("nonWhtPayer", new RequestFields());
  }

  /** Says that it is a person whose income tax isn't withheld, by the date of birth. */
  public B nonWhtPayer(LocalDate birthdate) {
    return type("nonWhtPayer", born(birthdate));
  }

  final B type(String kind, RequestFields type) {
    fields.object("type", new RequestFields().object(kind, type));
    return self();
  }

  private static RequestFields born(LocalDate birthdate) {
    return new RequestFields().personal("birthdate", birthdate.toString());
  }

  /**
   * Something that the platform stores with it.
   *
   * @param key one that the console has
   */
  public B userDefinedProperty(String key, String value) {
    properties.object(key, PlatformFields.property(value));
    fields.object("userDefinedProperties", properties);
    return self();
  }
}
