package kr.pgsdk.iamport.certification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/**
 * The result of an identity verification. It is personal data: {@code toString} shows none of it.
 */
public final class IamportCertification extends IamportObject {
  private static final BigDecimal LAST_SECOND =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  IamportCertification(JsonObject json) {
    super(json);
  }

  /** {@code imp_uid}: the verification. */
  public Optional<String> certificationId() {
    return text("imp_uid");
  }

  /** {@code merchant_uid}: the shop's number for it. */
  public Optional<String> merchantUid() {
    return text("merchant_uid");
  }

  /** {@code pg_tid}: the verifying company's number for it. */
  public Optional<String> pgTid() {
    return text("pg_tid");
  }

  /** {@code pg_provider}: the verifying company. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code name}: the person's name. */
  public Optional<String> name() {
    return text("name");
  }

  /** {@code gender}: the person's gender, as the company writes it. */
  public Optional<String> gender() {
    return text("gender");
  }

  /** {@code birthday}: the birthday, as {@code YYYY-MM-DD}. */
  public Optional<String> birthday() {
    return text("birthday");
  }

  /** {@code foreigner}: whether the person is a foreigner. */
  public Optional<Boolean> foreigner() {
    return flag("foreigner");
  }

  /** {@code foreigner_v2}: the same, in the newer field; may be missing. */
  public Optional<Boolean> foreignerV2() {
    return flag("foreigner_v2");
  }

  /** {@code phone}: the phone that was verified. */
  public Optional<String> phone() {
    return text("phone");
  }

  /** {@code carrier}: its carrier. */
  public Optional<IamportCarrier> carrier() {
    return word("carrier", IamportCarrier::of);
  }

  /** {@code certified}: whether the verification succeeded. */
  public Optional<Boolean> certified() {
    return flag("certified");
  }

  /** {@code certified_at}: when it succeeded. */
  public Optional<Instant> certifiedAt() {
    return time("certified_at");
  }

  /** {@code unique_key}: what tells this person from others, in every shop. */
  public Optional<String> uniqueKey() {
    return text("unique_key");
  }

  /** {@code unique_in_site}: what tells this person from others, in this shop. */
  public Optional<String> uniqueInSite() {
    return text("unique_in_site");
  }

  /** {@code origin}: the page that started it. */
  public Optional<String> origin() {
    return text("origin");
  }

  /**
   * {@code birth}: the birthday at midnight in Seoul. Iamport sends it, but doesn't document it.
   */
  public Optional<Instant> birth() {
    return number("birth")
        .filter(seconds -> seconds.abs().compareTo(LAST_SECOND) <= 0)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }
}
