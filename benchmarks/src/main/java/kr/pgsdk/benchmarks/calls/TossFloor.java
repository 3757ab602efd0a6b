package kr.pgsdk.benchmarks.calls;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.internal.flow.StatusRules;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/** The floor for Toss: card payments, which are all it will ever be asked for. */
final class TossFloor extends Floor {
  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
  private static final GatewayTerms TERMS =
      new GatewayTerms("toss", "orderId", "paymentKey", "totalAmount");
  private static final JsonReader.Options FIELDS =
      JsonReader.Options.of(
          "paymentKey",
          "orderId",
          "orderName",
          "status",
          "approvedAt",
          "method",
          "currency",
          "totalAmount",
          "balanceAmount",
          "cancels");
  private static final JsonReader.Options CANCEL_FIELDS =
      JsonReader.Options.of(
          "cancelAmount", "cancelReason", "canceledAt", "cancelStatus", "transactionKey");

  TossFloor(String url, int callers) {
    super(Gateway.TOSS, url, callers, Credentials.basic("test_sk_benchmarks", ""));
  }

  @Override
  public Payment find() throws IOException {
    PaymentId paymentKey = Orders.paymentId(Gateway.TOSS);
    return get(url().addPathSegments("v1/payments").addPathSegment(paymentKey.value()).build());
  }

  @Override
  public Payment confirm() throws IOException {
    PaymentId paymentKey = Orders.paymentId(Gateway.TOSS);
    OrderId orderId = Orders.orderId(Gateway.TOSS);
    Money amount = Orders.money(Gateway.TOSS);
    return verified(
        send(
            request(url().addPathSegments("v1/payments/confirm").build())
                .header("Idempotency-Key", orderId.value())
                .post(
                    body(
                        writer ->
                            writer
                                .name("paymentKey")
                                .value(paymentKey.value())
                                .name("orderId")
                                .value(orderId.value())
                                .name("amount")
                                .value(amount.amount())))
                .build()));
  }

  @Override
  public Payment cancel() throws IOException {
    CancelRequest cancel = Orders.newCancel(Gateway.TOSS);
    expected(find(), cancel);
    return send(
        request(
                url()
                    .addPathSegments("v1/payments")
                    .addPathSegment(cancel.paymentId().value())
                    .addPathSegment("cancel")
                    .build())
            .header("Idempotency-Key", cancel.idempotencyKey())
            .post(
                body(
                    writer ->
                        writer
                            .name("cancelReason")
                            .value(cancel.reason())
                            .name("cancelAmount")
                            .value(cancel.amount().orElseThrow().amount())
                            .name("refundableAmount")
                            .value(cancel.expectedBalance().orElseThrow().amount())))
            .build());
  }

  @Override
  Payment read(JsonReader reader) throws IOException {
    String paymentKey = "";
    String orderId = "";
    String orderName = null;
    String word = "";
    String approvedAt = null;
    String method = null;
    String currency = "";
    String totalAmount = "";
    String balanceAmount = "";
    List<Cancel> rows = List.of();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(FIELDS)) {
        case 0 -> paymentKey = reader.nextString();
        case 1 -> orderId = reader.nextString();
        case 2 -> orderName = text(reader);
        case 3 -> word = reader.nextString();
        case 4 -> approvedAt = text(reader);
        case 5 -> method = text(reader);
        case 6 -> currency = reader.nextString();
        case 7 -> totalAmount = reader.nextString();
        case 8 -> balanceAmount = reader.nextString();
        case 9 -> rows = cancels(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    Money total = Money.of(new BigDecimal(totalAmount), currency);
    Money balance = Money.of(new BigDecimal(balanceAmount), currency);
    List<PaymentCancel> cancels = new ArrayList<>(rows.size());
    Money cancelled = Money.zero(currency);
    for (Cancel row : rows) {
      PaymentCancel cancel = row.toPaymentCancel(currency);
      cancels.add(cancel);
      if (cancel.state() == PaymentCancel.State.DONE) {
        cancelled = cancelled.plus(cancel.amount());
      }
    }
    PaymentStatus status =
        word.equals("DONE")
            ? StatusRules.ofPaidWord(word, total, balance, cancels, false)
            : StatusRules.ofCancelledWord(word, total, balance, true);
    return Payment.builder(TERMS, PaymentId.of(paymentKey), OrderId.of(orderId), total, status)
        .balance(balance)
        .cancelled(cancelled)
        .method(method)
        .orderName(orderName)
        .paidAt(time(approvedAt))
        .cancels(cancels)
        .build();
  }

  private record Cancel(
      @Nullable String id,
      String amount,
      @Nullable String reason,
      @Nullable String at,
      @Nullable String status) {
    PaymentCancel toPaymentCancel(String currency) {
      return PaymentCancel.of(
          id,
          Money.of(new BigDecimal(amount), currency),
          status == null || status.equals("DONE")
              ? PaymentCancel.State.DONE
              : PaymentCancel.State.PENDING,
          reason,
          time(at));
    }
  }

  private static List<Cancel> cancels(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      reader.skipValue();
      return List.of();
    }
    List<Cancel> cancels = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      cancels.add(cancel(reader));
    }
    reader.endArray();
    return cancels;
  }

  private static Cancel cancel(JsonReader reader) throws IOException {
    String amount = "";
    String reason = null;
    String at = null;
    String status = null;
    String id = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(CANCEL_FIELDS)) {
        case 0 -> amount = reader.nextString();
        case 1 -> reason = text(reader);
        case 2 -> at = text(reader);
        case 3 -> status = text(reader);
        case 4 -> id = text(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return new Cancel(id, amount, reason, at, status);
  }

  private static @Nullable String text(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : read(text);
  }

  /** Korean time to the second, as it nearly always is, by hand: the library's parser is slow. */
  private static Instant read(String text) {
    if (text.length() != 25 || !text.endsWith("+09:00")) {
      return OffsetDateTime.parse(text).toInstant();
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
