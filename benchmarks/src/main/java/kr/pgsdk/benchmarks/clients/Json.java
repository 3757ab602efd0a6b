package kr.pgsdk.benchmarks.clients;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Payments as a shop would write them for Gson and Jackson: the members that it needs. */
final class Json {
  private static final String TOSS_AUTHORIZATION = Credentials.basic("test_sk_benchmarks", "");
  private static final String IAMPORT_AUTHORIZATION =
      "Bearer 0000000000000000000000000000000000000001";

  private Json() {}

  /** What a response of this gateway is read into. */
  static Class<?> type(Gateway gateway) {
    return gateway == Gateway.TOSS ? TossPayment.class : IamportResponse.class;
  }

  /** The header: at Iamport with the token that the server gives. */
  static String authorization(Gateway gateway) {
    return gateway == Gateway.TOSS ? TOSS_AUTHORIZATION : IAMPORT_AUTHORIZATION;
  }

  record TossPayment(
      String paymentKey,
      String orderId,
      String status,
      BigDecimal totalAmount,
      BigDecimal balanceAmount,
      String currency,
      @Nullable String method,
      @Nullable String orderName,
      @Nullable OffsetDateTime approvedAt,
      @Nullable List<TossCancel> cancels) {}

  record TossCancel(
      BigDecimal cancelAmount, String cancelReason, @Nullable OffsetDateTime canceledAt) {}

  record IamportResponse(int code, @Nullable String message, IamportPayment response) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record IamportPayment(
      String impUid,
      String merchantUid,
      String status,
      BigDecimal amount,
      BigDecimal cancelAmount,
      String currency,
      @Nullable String payMethod,
      @Nullable String name,
      long paidAt,
      List<IamportCancel> cancelHistory) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record IamportCancel(BigDecimal amount, @Nullable String reason, long cancelledAt) {}
}
