package kr.pgsdk.portone.platform.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;

/** A partner: whom the platform pays. Personal data, but for its ids. */
public final class PortOnePartner extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePartner(JsonObject json) {
    super(json);
  }

  /** The partner's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** The name of the person or the company. */
  public Optional<String> name() {
    return text("name");
  }

  /** Whom to reach there. */
  public Optional<Contact> contact() {
    return object("contact", Contact::new);
  }

  /** Where it is paid. */
  public Optional<Account> account() {
    return object("account", Account::new);
  }

  /** {@code PENDING}, {@code APPROVED} or {@code REJECTED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** The contract that holds unless a transfer names another. */
  public Optional<String> defaultContractId() {
    return text("defaultContractId");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** Words to find it by. Unmodifiable. */
  public List<String> tags() {
    return texts("tags");
  }

  /** What kind of taxpayer it is. */
  public Optional<Type> type() {
    return object("type", Type::new);
  }

  /** Whether it is put away. */
  public Optional<Boolean> isArchived() {
    return flag("isArchived");
  }

  /** Since when it is as it is; of a change that is to happen later, from when on. */
  public Optional<Instant> appliedAt() {
    return time("appliedAt");
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /** What the platform stores with it, by its own keys. Unmodifiable. */
  public Map<String, String> userDefinedProperties() {
    return object("userDefinedProperties", PlatformFields::properties).orElseGet(Map::of);
  }

  /** Whom to reach at a partner. */
  public static final class Contact extends PortOneObject {
    Contact(JsonObject json) {
      super(json);
    }

    /** The person's name. */
    public Optional<String> name() {
      return text("name");
    }

    /** The phone's number. */
    public Optional<String> phoneNumber() {
      return text("phoneNumber");
    }

    /** The e-mail address. */
    public Optional<String> email() {
      return text("email");
    }
  }

  /** A bank account that a partner is paid to. */
  public static final class Account extends PortOneObject {
    Account(JsonObject json) {
      super(json);
    }

    /** The bank, in PortOne's words, such as {@code SHINHAN}. */
    public Optional<String> bank() {
      return text("bank");
    }

    /** The currency it is paid in, such as {@code KRW}. */
    public Optional<String> currency() {
      return text("currency");
    }

    /** The account's number. */
    public Optional<String> number() {
      return text("number");
    }

    /** Who holds it. */
    public Optional<String> holder() {
      return text("holder");
    }

    /** Whether it is verified; PortOne asks banks for won alone. */
    public Optional<PortOneAccountStatus> status() {
      return word("status", PortOneAccountStatus::of);
    }
  }

  /**
   * What kind of taxpayer a partner is. {@link #type} tells which of the other fields there are.
   */
  public static final class Type extends PortOneObject {
    Type(JsonObject json) {
      super(json);
    }

    /** The kind. */
    public Optional<PortOnePartnerType> type() {
      return word("type", PortOnePartnerType::of);
    }

    /** The business's name. */
    public Optional<String> companyName() {
      return text("companyName");
    }

    /** How the business is taxed. */
    public Optional<PortOneTaxationType> taxationType() {
      return word("taxationType", PortOneTaxationType::of);
    }

    /** Whether the business goes on, in PortOne's words, such as {@code IN_BUSINESS}. */
    public Optional<String> businessStatus() {
      return text("businessStatus");
    }

    /** The business's number. */
    public Optional<String> businessRegistrationNumber() {
      return text("businessRegistrationNumber");
    }

    /** Who represents the business. */
    public Optional<String> representativeName() {
      return text("representativeName");
    }

    /** Where the business is. */
    public Optional<String> companyAddress() {
      return text("companyAddress");
    }

    /** The line of business (업태). */
    public Optional<String> businessType() {
      return text("businessType");
    }

    /** What it deals in (종목). */
    public Optional<String> businessClass() {
      return text("businessClass");
    }

    /** How far it is connected for tax invoices, such as {@code CONNECTED}. */
    public Optional<String> memberCompanyConnectionStatus() {
      return text("memberCompanyConnectionStatus");
    }

    /** Why it couldn't be connected. */
    public Optional<String> memberCompanyConnectionFailedReason() {
      return text("memberCompanyConnectionFailedReason");
    }

    /** The date of birth of a person. */
    public Optional<LocalDate> birthdate() {
      return date("birthdate");
    }
  }
}
