package kr.pgsdk.sandbox.iamport;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** Identity verifications. Guarded by the lock. */
final class IamportCertifications {
  /** What the buyer reads on the phone, always. */
  private static final String OTP = "000000";

  /** {@code certifiedAt} is null until the number is confirmed. */
  private record Certification(
      @Nullable String merchantUid,
      String name,
      String phone,
      boolean byMessage,
      @Nullable Instant certifiedAt) {}

  private final Map<String, Certification> certifications = new HashMap<>();
  private final Clock clock;
  private final RandomGenerator random;

  IamportCertifications(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  void addTo(IamportRoutes routes) {
    routes
        .on("GET", "/certifications/{imp_uid}", call -> shown(call.named("imp_uid")))
        .on("DELETE", "/certifications/{imp_uid}", this::delete)
        .on("POST", "/certifications/otp/request", this::request)
        .on("POST", "/certifications/otp/confirm/{imp_uid}", this::confirm);
  }

  /** A buyer shows who he or she is in the window; returns the imp_uid. */
  String certify(String merchantUid) {
    return add(new Certification(merchantUid, "홍길동", "01000000000", true, clock.instant()));
  }

  private String add(Certification certification) {
    String impUid = "imp_" + RandomTexts.digits(random, 12);
    certifications.put(impUid, certification);
    return impUid;
  }

  private Map<String, Object> request(IamportCall call) {
    String unused = call.text("channel_key");
    unused = call.text("birth");
    unused = call.text("gender_digit");
    unused = call.text("carrier");
    boolean byMessage = !"APP".equals(call.params().text("verification_method"));
    Certification asked =
        new Certification(
            call.params().text("merchant_uid"),
            call.text("name"),
            call.text("phone"),
            byMessage,
            null);
    return Map.of("imp_uid", add(asked));
  }

  private Map<String, @Nullable Object> confirm(IamportCall call) {
    String impUid = call.named("imp_uid");
    Certification asked = existing(impUid);
    if (asked.certifiedAt() != null
        || (asked.byMessage() && !OTP.equals(call.params().text("otp")))) {
      throw IamportRefusal.badParameter("인증번호가 올바르지 않거나 이미 인증된 건입니다.");
    }
    certifications.put(
        impUid,
        new Certification(
            asked.merchantUid(), asked.name(), asked.phone(), asked.byMessage(), clock.instant()));
    return shown(impUid);
  }

  private Map<String, @Nullable Object> delete(IamportCall call) {
    String impUid = call.named("imp_uid");
    Map<String, @Nullable Object> deleted = shown(impUid);
    certifications.remove(impUid);
    return deleted;
  }

  private Certification existing(String impUid) {
    Certification certification = certifications.get(impUid);
    if (certification == null) {
      throw new IamportRefusal(404, -1, "인증결과가 존재하지 않습니다.");
    }
    return certification;
  }

  private Map<String, @Nullable Object> shown(String impUid) {
    Certification certification = existing(impUid);
    Map<String, @Nullable Object> json = new TreeMap<>();
    json.put("imp_uid", impUid);
    json.put("merchant_uid", certification.merchantUid());
    json.put("pg_tid", "SANDBOX" + impUid);
    json.put("pg_provider", "inicis_unified");
    json.put("name", certification.name());
    json.put("gender", null);
    json.put("birth", 631119600L);
    json.put("birthday", "1990-01-01");
    json.put("foreigner", false);
    json.put("foreigner_v2", null);
    json.put("phone", certification.phone());
    json.put("carrier", "SKT");
    json.put("certified", certification.certifiedAt() != null);
    json.put("certified_at", IamportJson.seconds(certification.certifiedAt()));
    json.put("unique_key", "A".repeat(86) + "==");
    json.put("unique_in_site", null);
    json.put("origin", "about:blank");
    return json;
  }
}
