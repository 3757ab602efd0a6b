package kr.pgsdk.benchmarks.clients;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** {@link BareClient} for Iamport. Its token never expires. */
final class BareIamportClient extends BareClient {
  private static final JsonReader.Options ENVELOPE = JsonReader.Options.of("code", "response");
  private static final JsonReader.Options PAYMENT =
      JsonReader.Options.of(
          "imp_uid",
          "merchant_uid",
          "status",
          "amount",
          "cancel_amount",
          "currency",
          "pay_method",
          "name",
          "paid_at",
          "cancel_history");
  private static final JsonReader.Options CANCEL =
      JsonReader.Options.of("amount", "reason", "cancelled_at");
  private static final JsonReader.Options TOKEN = JsonReader.Options.of("access_token");

  private final HttpUrl tokenUrl;
  private volatile @Nullable String authorization;

  BareIamportClient(String url) {
    super(Gateway.IAMPORT, url);
    this.tokenUrl = HttpUrl.get(url.concat("/users/getToken"));
  }

  @Override
  String authorization() throws IOException {
    String fetched = authorization;
    if (fetched == null) {
      fetched = "Bearer ".concat(fetchToken());
      authorization = fetched;
    }
    return fetched;
  }

  private String fetchToken() throws IOException {
    Request request =
        new Request.Builder()
            .url(tokenUrl)
            .post(body("imp_key", "key", "imp_secret", "secret"))
            .build();
    try (Response response = send(request)) {
      JsonReader reader = JsonReader.of(response.body().source());
      String token = null;
      enter(reader);
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.selectName(TOKEN) == 0) {
          token = reader.nextString();
        } else {
          skip(reader);
        }
      }
      if (token == null) {
        throw new IOException("no token");
      }
      return token;
    }
  }

  /** The checkout has captured it: what is left is to look and to compare. */
  @Override
  BarePayment sendConfirm() throws IOException {
    return find();
  }

  @Override
  BarePayment sendCancel() throws IOException {
    return payment(
        request("/payments/cancel")
            .post(
                body(
                    "imp_uid", Gateway.IAMPORT.cancelledId(),
                    "checksum", Gateway.IAMPORT.balance(),
                    "reason", "order returned")));
  }

  /** Goes on to the value of {@code response}, which Iamport writes behind {@code code}. */
  private static void enter(JsonReader reader) throws IOException {
    int code = -1;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(ENVELOPE)) {
        case 0 -> code = reader.nextInt();
        case 1 -> {
          if (code != 0) {
            throw new IOException("Iamport refused");
          }
          return;
        }
        default -> skip(reader);
      }
    }
    throw new IOException("no response in it");
  }

  @Override
  BarePayment read(JsonReader reader) throws IOException {
    enter(reader);
    String impUid = "";
    String merchantUid = "";
    String status = "";
    String amount = "";
    String cancelAmount = "";
    String currency = "";
    String payMethod = null;
    String name = null;
    long paidAt = 0;
    List<BarePayment.Cancel> cancels = List.of();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(PAYMENT)) {
        case 0 -> impUid = reader.nextString();
        case 1 -> merchantUid = reader.nextString();
        case 2 -> status = reader.nextString();
        case 3 -> amount = reader.nextString();
        case 4 -> cancelAmount = reader.nextString();
        case 5 -> currency = reader.nextString();
        case 6 -> payMethod = text(reader);
        case 7 -> name = text(reader);
        case 8 -> paidAt = reader.nextLong();
        case 9 -> cancels = cancels(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    BigDecimal total = new BigDecimal(amount);
    return new BarePayment(
        impUid,
        merchantUid,
        status,
        total,
        total.subtract(new BigDecimal(cancelAmount)),
        currency,
        payMethod,
        name,
        time(paidAt),
        cancels);
  }

  private static List<BarePayment.Cancel> cancels(JsonReader reader) throws IOException {
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
    long at = 0;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(CANCEL)) {
        case 0 -> amount = reader.nextString();
        case 1 -> reason = text(reader);
        case 2 -> at = reader.nextLong();
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new BarePayment.Cancel(new BigDecimal(amount), reason, time(at));
  }

  private static @Nullable Instant time(long seconds) {
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }
}
