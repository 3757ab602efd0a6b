package kr.pgsdk.benchmarks.clients;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/** {@link BareClient} for Toss. */
final class BareTossClient extends BareClient {
  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
  private static final JsonReader.Options PAYMENT =
      JsonReader.Options.of(
          "paymentKey",
          "orderId",
          "status",
          "totalAmount",
          "balanceAmount",
          "currency",
          "method",
          "orderName",
          "approvedAt",
          "cancels");
  private static final JsonReader.Options CANCEL =
      JsonReader.Options.of("cancelAmount", "cancelReason", "canceledAt");

  private final String authorization = Credentials.basic("test_sk_benchmarks", "");

  BareTossClient(String url) {
    super(Gateway.TOSS, url);
  }

  @Override
  String authorization() {
    return authorization;
  }

  @Override
  BarePayment sendConfirm() throws IOException {
    return payment(
        request("/v1/payments/confirm")
            .header("Idempotency-Key", Gateway.TOSS.orderId())
            .post(
                body(
                    "paymentKey", Gateway.TOSS.paymentId(),
                    "orderId", Gateway.TOSS.orderId(),
                    "amount", Gateway.TOSS.won())));
  }

  @Override
  BarePayment sendCancel() throws IOException {
    String path = Gateway.TOSS.path().concat(Gateway.TOSS.cancelledId()).concat("/cancel");
    return payment(
        request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .post(
                body(
                    "cancelReason", "order returned",
                    "cancelAmount", Gateway.TOSS.refund(),
                    "refundableAmount", Gateway.TOSS.balance())));
  }

  @Override
  BarePayment read(JsonReader reader) throws IOException {
    String paymentKey = "";
    String orderId = "";
    String status = "";
    String amount = "";
    String balance = "";
    String currency = "";
    String method = null;
    String orderName = null;
    String approvedAt = null;
    List<BarePayment.Cancel> cancels = List.of();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(PAYMENT)) {
        case 0 -> paymentKey = reader.nextString();
        case 1 -> orderId = reader.nextString();
        case 2 -> status = reader.nextString();
        case 3 -> amount = reader.nextString();
        case 4 -> balance = reader.nextString();
        case 5 -> currency = reader.nextString();
        case 6 -> method = text(reader);
        case 7 -> orderName = text(reader);
        case 8 -> approvedAt = text(reader);
        case 9 -> cancels = cancels(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new BarePayment(
        paymentKey,
        orderId,
        status,
        new BigDecimal(amount),
        new BigDecimal(balance),
        currency,
        method,
        orderName,
        time(approvedAt),
        cancels);
  }

  private static List<BarePayment.Cancel> cancels(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      reader.skipValue();
      return List.of();
    }
    List<BarePayment.Cancel> cancels = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      cancels.add(cancel(reader));
    }
    reader.endArray();
    return cancels;
  }

  private static BarePayment.Cancel cancel(JsonReader reader) throws IOException {
    String amount = "";
    String reason = null;
    String at = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(CANCEL)) {
        case 0 -> amount = reader.nextString();
        case 1 -> reason = text(reader);
        case 2 -> at = text(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new BarePayment.Cancel(new BigDecimal(amount), reason, time(at));
  }

  /**
   * Digit by digit, as Toss writes it (2024-02-13T12:18:14+09:00): java.time's parser is slower.
   */
  private static @Nullable Instant time(@Nullable String text) throws IOException {
    if (text == null) {
      return null;
    }
    if (text.length() != 25 || !text.endsWith("+09:00")) {
      throw new IOException("not a time as Toss writes it");
    }
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10))
        .toInstant(KOREA);
  }
}
