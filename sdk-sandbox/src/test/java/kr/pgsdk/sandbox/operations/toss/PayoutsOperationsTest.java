package kr.pgsdk.sandbox.operations.toss;

import static java.util.Map.entry;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.operations.OperationsContract;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.payouts.TossBusinessType;
import kr.pgsdk.toss.payouts.TossPayoutRequest;
import kr.pgsdk.toss.payouts.TossPayoutSchedule;
import kr.pgsdk.toss.payouts.TossPayouts;
import kr.pgsdk.toss.payouts.TossSellerRequest;
import kr.pgsdk.toss.webhook.TossSecurityKey;

class PayoutsOperationsTest extends OperationsContract<TossClient> {
  private static final String KEY = "0123456789abcdef".repeat(4);

  /** A call of the payouts of the contract's client. */
  private interface PayoutsCall {
    Object by(TossPayouts payouts);
  }

  PayoutsOperationsTest() {
    super("toss-payouts", "payouts");
  }

  @Override
  protected TossClient client(HttpOptions http) {
    return TossClient.builder(TossSecretKey.of("test_sk_0123456789abcdef")).http(http).build();
  }

  private static Example<TossClient> example(String operation, PayoutsCall call) {
    return new Example<>(
        operation, client -> call.by(TossPayouts.of(client, TossSecurityKey.of(KEY))));
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example("GET /v2/balances", TossPayouts::balances),
        example("POST /v2/sellers", payouts -> payouts.registerSeller(seller())),
        example("GET /v2/sellers", payouts -> payouts.sellers(Map.of())),
        example("GET /v2/sellers/{id}", payouts -> payouts.seller("id-1")),
        example(
            "POST /v2/sellers/{id}",
            payouts ->
                payouts.updateSeller(
                    "id-1", TossSellerRequest.builder().refSellerId("my-seller-1").build())),
        example("DELETE /v2/sellers/{id}", payouts -> payouts.deleteSeller("seller-1")),
        example("POST /v2/payouts", payouts -> payouts.request(payout())),
        example("GET /v2/payouts", payouts -> payouts.payouts(Map.of())),
        example("GET /v2/payouts/{id}", payouts -> payouts.payout("id-1")),
        example(
            "POST /v2/payouts/{id}/cancel",
            payouts -> payouts.cancel("payout-1", TossCustomRequest.builder().build())));
  }

  private static TossSellerRequest seller() {
    return TossSellerRequest.builder()
        .refSellerId("my-seller-1")
        .businessType(TossBusinessType.INDIVIDUAL_BUSINESS)
        .company("Shop", "Hong Gildong", "1234567890", "hong@example.com", "01000001234")
        .account("092", "123123412345", "Hong Gildong")
        .metadata(Map.of("key1", "value1"))
        .build();
  }

  private static TossPayoutRequest payout() {
    return TossPayoutRequest.builder("my-payout-1", "seller-1", Money.krw(5_000))
        .scheduleType(TossPayoutSchedule.SCHEDULED)
        .payoutDate(LocalDate.of(2024, 8, 8))
        .transactionDescription("August")
        .metadata(Map.of("key1", "value1"))
        .build();
  }

  /** The envelope of v2, encrypted. */
  @Override
  protected String response(String json) {
    JWEObject jwe =
        new JWEObject(
            new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
            new Payload("{\"version\":\"2022-11-16\",\"entityBody\":" + json + "}"));
    try {
      jwe.encrypt(new DirectEncrypter(HexFormat.of().parseHex(KEY)));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwe.serialize();
  }

  @Override
  protected String plain(String body) {
    try {
      JWEObject jwe = JWEObject.parse(body);
      jwe.decrypt(new DirectDecrypter(HexFormat.of().parseHex(KEY)));
      return jwe.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError("the body of a request is encrypted", e);
    }
  }

  @Override
  protected Map<String, String> fixed() {
    return Map.ofEntries(
        entry("id", "\"id-1\""),
        entry("refSellerId", "\"my-seller-1\""),
        entry("refPayoutId", "\"my-payout-1\""),
        entry("currency", "\"KRW\""),
        entry("hasNext", "false"));
  }
}
