package kr.pgsdk.benchmarks.calls;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/** The floor for Iamport: card payments, and the token is there. */
final class IamportFloor extends Floor {
  private static final GatewayTerms TERMS =
      new GatewayTerms("iamport", "merchant_uid", "imp_uid", "amount");
  private static final JsonReader.Options ENVELOPE_FIELDS =
      JsonReader.Options.of("code", "response");
  private static final JsonReader.Options FIELDS =
      JsonReader.Options.of(
          "imp_uid",
          "merchant_uid",
          "name",
          "status",
          "paid_at",
          "pay_method",
          "currency",
          "amount",
          "cancel_amount",
          "cancel_history",
          "sandbox");
  private static final JsonReader.Options CANCEL_FIELDS =
      JsonReader.Options.of("amount", "reason", "cancelled_at");

  IamportFloor(String url, int callers) {
    super(Gateway.IAMPORT, url, callers, "Bearer 0000000000000000000000000000000000000001");
  }

  @Override
  public Payment find() throws IOException {
    PaymentId impUid = Orders.paymentId(Gateway.IAMPORT);
    return get(url().addPathSegment("payments").addPathSegment(impUid.value()).build());
  }

  /** The checkout has captured: what is left is to look and to verify. */
  @Override
  public Payment confirm() throws IOException {
    return verified(find());
  }

  @Override
  public Payment cancel() throws IOException {
    CancelRequest cancel = Orders.newCancel(Gateway.IAMPORT);
    String impUid = cancel.paymentId().value();
    expected(get(url().addPathSegment("payments").addPathSegment(impUid).build()), cancel);
    return send(
        request(url().addPathSegments("payments/cancel").build())
            .post(
                body(
                    writer ->
                        writer
                            .name("imp_uid")
                            .value(cancel.paymentId().value())
                            .name("checksum")
                            .value(cancel.expectedBalance().orElseThrow().amount())
                            .name("reason")
                            .value(cancel.reason())))
            .build());
  }

  @Override
  Payment read(JsonReader reader) throws IOException {
    Payment payment = null;
    int code = -1;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(ENVELOPE_FIELDS)) {
        case 0 -> code = reader.nextInt();
        case 1 -> payment = payment(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    if (code != 0 || payment == null) {
      throw new IOException("code " + code);
    }
    return payment;
  }

  private static Payment payment(JsonReader reader) throws IOException {
    String impUid = "";
    String merchantUid = "";
    String name = null;
    String word = "";
    long paidAt = 0;
    String payMethod = null;
    String currency = "";
    String amountText = "";
    String cancelAmount = "";
    boolean sandbox = false;
    List<Cancel> rows = List.of();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(FIELDS)) {
        case 0 -> impUid = reader.nextString();
        case 1 -> merchantUid = reader.nextString();
        case 2 -> name = text(reader);
        case 3 -> word = reader.nextString();
        case 4 -> paidAt = reader.nextLong();
        case 5 -> payMethod = text(reader);
        case 6 -> currency = reader.nextString();
        case 7 -> amountText = reader.nextString();
        case 8 -> cancelAmount = reader.nextString();
        case 9 -> rows = cancels(reader);
        case 10 -> sandbox = reader.nextBoolean();
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    Money amount = Money.of(new BigDecimal(amountText), currency);
    Money cancelled = Money.of(new BigDecimal(cancelAmount), currency);
    Money balance = amount.minus(cancelled);
    List<PaymentCancel> cancels = new ArrayList<>(rows.size());
    for (Cancel row : rows) {
      cancels.add(row.toPaymentCancel(currency));
    }
    PaymentStatus status =
        word.equals("paid")
            ? StatusRules.ofPaidWord(word, amount, balance, cancels, false)
            : StatusRules.ofCancelledWord(word, amount, balance, paidAt != 0);
    return Payment.builder(TERMS, PaymentId.of(impUid), OrderId.of(merchantUid), amount, status)
        .balance(balance)
        .cancelled(cancelled)
        .method(payMethod)
        .orderName(name)
        .paidAt(time(paidAt))
        .test(sandbox)
        .cancels(cancels)
        .build();
  }

  private record Cancel(String amount, @Nullable String reason, long at) {
    PaymentCancel toPaymentCancel(String currency) {
      return PaymentCancel.of(
          null,
          Money.of(new BigDecimal(amount), currency),
          PaymentCancel.State.DONE,
          reason,
          time(at));
    }
  }

  private static List<Cancel> cancels(JsonReader reader) throws IOException {
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
    long at = 0;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(CANCEL_FIELDS)) {
        case 0 -> amount = reader.nextString();
        case 1 -> reason = text(reader);
        case 2 -> at = reader.nextLong();
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return new Cancel(amount, reason, at);
  }

  private static @Nullable String text(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
  }

  private static @Nullable Instant time(long seconds) {
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }
}
