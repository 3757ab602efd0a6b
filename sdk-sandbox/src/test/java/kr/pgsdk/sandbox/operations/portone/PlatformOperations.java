package kr.pgsdk.sandbox.operations.portone;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.PortOnePlatform;
import kr.pgsdk.portone.platform.partner.PortOneBusiness;
import kr.pgsdk.portone.platform.partner.PortOnePartnerAccount;
import kr.pgsdk.portone.platform.partner.PortOnePartnerFilter;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;

/** A group of PortOne's operations for partner settlement, called about test data. */
abstract class PlatformOperations extends PortOneOperations {
  static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  PlatformOperations(String group) {
    super("portone-platform", group);
  }

  /** A call to one of the platform's features. */
  @FunctionalInterface
  interface OfPlatform {
    /** Calls. */
    Object by(PortOnePlatform platform);
  }

  static Example<PortOneClient> of(String operation, OfPlatform call) {
    return example(operation, client -> call.by(client.platform().ofTests()));
  }

  /** As {@link #of}, of an operation that answers nothing. */
  static Example<PortOneClient> done(String operation, Consumer<PortOnePlatform> call) {
    return example(
        operation,
        client -> {
          call.accept(client.platform().ofTests());
          return "";
        });
  }

  static PortOnePartnerAccount account() {
    return PortOnePartnerAccount.builder("SHINHAN", "KRW", "110123456789", "Hong Gil-dong")
        .accountVerificationId("verification_1")
        .build();
  }

  static PortOneBusiness business() {
    return PortOneBusiness.builder()
        .companyName("Bakery")
        .businessRegistrationNumber("1234567890")
        .representativeName("Hong Gil-dong")
        .taxationType(PortOneTaxationType.NORMAL)
        .companyAddress("1 Teheran-ro, Seoul")
        .businessType("Retail")
        .businessClass("Bread")
        .companyVerificationId("verification_2")
        .build();
  }

  static PortOnePartnerFilter partners() {
    return PortOnePartnerFilter.builder().tags(List.of("bread")).keyword("name", "Hong").build();
  }

  /** A day of the year must be one, and a number's scale small. */
  @Override
  protected Map<String, String> ids() {
    Map<String, String> fixed = new HashMap<>();
    fixed.put("settlementCurrency", "\"KRW\"");
    fixed.put("month", "12");
    fixed.put("day", "24");
    fixed.put("decimalScale", "0");
    return fixed;
  }
}
