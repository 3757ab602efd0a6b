package kr.pgsdk.portone.platform;

import java.time.LocalDate;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;

/** What the tax office knows of a business. */
public final class PortOneCompanyState extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCompanyState(JsonObject json) {
    super(json);
  }

  /** How it stands. */
  public Optional<State> state() {
    return object("companyState", State::new);
  }

  /** What a partner's business names, to count as verified. */
  public Optional<String> companyVerificationId() {
    return text("companyVerificationId");
  }

  /** How a business stands. */
  public static final class State extends PortOneObject {
    State(JsonObject json) {
      super(json);
    }

    /** How it is taxed. */
    public Optional<PortOneTaxationType> taxationType() {
      return word("taxationType", PortOneTaxationType::of);
    }

    /** Since when. */
    public Optional<LocalDate> taxationTypeDate() {
      return date("taxationTypeDate");
    }

    /** {@code IN_BUSINESS}, {@code CLOSED} or {@code SUSPENDED}. */
    public Optional<String> businessStatus() {
      return text("businessStatus");
    }

    /** Since when it is closed or suspended. */
    public Optional<LocalDate> closedSuspendedDate() {
      return date("closedSuspendedDate");
    }
  }
}
