package kr.pgsdk.core;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import org.jspecify.annotations.Nullable;

/** A cancel request with all that is remembered of it, as one line of text. */
final class CancelText {
  private static final String VERSION = "pgsdk-cancel-1";
  private static final String ROW = "row.";
  private static final String END = "end";
  private static final int MAX_MESSAGE_LENGTH = 100;
  private static final int MAX_KEY_NUMBER = 1_000;
  private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

  private CancelText() {}

  static String write(CancelRequest request, CancelMemory memory) {
    return fields(request, memory).entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&", VERSION + "&", "&" + END));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Map<String, String> fields(CancelRequest request, CancelMemory memory) {
    CancelState state = memory.state();
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("payment", request.paymentId().value());
    fields.put("reason", request.reason());
    fields.put("order", request.orderId().map(OrderId::value).orElse(null));
    fields.put("key", request.idempotencyKey());
    fields.put("ownKey", memory.hasCallersKey() ? "yes" : null);
    fields.put("reference", request.reference().orElse(null));
    put(fields, "amount", request.amount().orElse(null));
    put(fields, "expected", request.content.expectedBalance);
    put(fields, "taxFree", request.taxFree().orElse(null));
    put(fields, "vat", request.vat().orElse(null));
    RefundAccount account = request.refundAccount().orElse(null);
    if (account != null) {
      fields.put("bank", account.bankCode());
      fields.put("account", account.number());
      fields.put("holder", account.holder());
      fields.put("phone", account.phone().orElse(null));
    }
    fields.put("requester", request.requester().map(CancelRequester::name).orElse(null));
    fields.put("requestId", request.cancelRequestId().orElse(null));
    fields.put("phase", state.phase().name());
    CancelState.Sent sent = state.sent();
    if (sent != null) {
      put(fields, "pinned", Money.of(sent.balanceSent(), sent.currency()));
      put(fields, "seen", Money.of(sent.balanceShown(), sent.currency()));
      put(fields, ROW, sent.rowsBefore());
      fields.put("mark", sent.reference());
      Instant firstAt = sent.firstAt();
      fields.put("firstAt", firstAt == null ? null : Long.toString(firstAt.getEpochSecond()));
      fields.put("closes", sent.closes() ? "yes" : null);
    }
    fields.put("ownRow", state.ownRow());
    fields.put("keyNumber", Integer.toString(state.keyNumber()));
    fields.put("keyAnswered", state.keyAnswered() ? "yes" : null);
    fields.put("unrecorded", memory.mayLackRecord() ? "yes" : null);
    fields.put("bankDoubt", state.bankDoubt() ? "yes" : null);
    CancelState.Words words = state.words();
    fields.put("code", words == null ? null : words.code());
    fields.put("message", words == null ? null : cut(words.message()));
    Map<String, String> there = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            there.put(name, value);
          }
        });
    return there;
  }

  private static @Nullable String cut(@Nullable String message) {
    if (message == null || message.length() <= MAX_MESSAGE_LENGTH) {
      return message;
    }
    int end = MAX_MESSAGE_LENGTH;
    return message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end);
  }

  private static void put(Map<String, @Nullable String> fields, String name, @Nullable Money m) {
    fields.put(name, m == null ? null : m.toPlainString() + " " + m.currency());
  }

  /** Reads what {@link #write} wrote; the message of the exception quotes nothing of it. */
  static CancelRequest read(String text, Duration since) {
    if (since.isNegative()) {
      throw new IllegalArgumentException("sinceLastSending must not be negative");
    }
    String[] parts = text.strip().split("&", -1);
    if (!parts[0].equals(VERSION)) {
      throw new IllegalArgumentException(
          "this is not a stored cancel, or a later version stored it: it must begin with "
              + VERSION);
    }
    if (!parts[parts.length - 1].equals(END)) {
      throw new IllegalArgumentException(
          "this stored cancel is cut off: it must end with " + END + ". Store all of it");
    }
    try {
      Map<String, String> fields = fields(Arrays.asList(parts).subList(1, parts.length - 1));
      CancelMemory memory = new CancelMemory(state(fields), fields.containsKey("ownKey"), since);
      memory.mayLackRecord(fields.containsKey("unrecorded"));
      CancelRequest request = builder(fields, memory).build();
      requireAllRead(fields, request, memory);
      return request;
    } catch (IllegalArgumentException | ArithmeticException e) {
      // The cause would quote it, and with it the refund account.
      throw new IllegalArgumentException(
          "this stored cancel is damaged: store the text and pass it unchanged");
    }
  }

  /**
   * A field that isn't understood, or that means nothing without another one, may be what keeps a
   * refund from being made twice.
   */
  private static void requireAllRead(
      Map<String, String> fields, CancelRequest request, CancelMemory memory) {
    if (!fields.keySet().equals(fields(request, memory).keySet())) {
      throw new IllegalArgumentException("a field is unknown, or lacks another field");
    }
  }

  private static Map<String, String> fields(List<String> parts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
      if (equals < 1 || fields.put(part.substring(0, equals), value) != null) {
        throw new IllegalArgumentException("a field has no name, or is there twice");
      }
    }
    return fields;
  }

  private static CancelRequest.Builder builder(Map<String, String> fields, CancelMemory memory) {
    PaymentId payment = PaymentId.of(required(fields, "payment"));
    String reason = required(fields, "reason");
    Money amount = money(fields, "amount");
    CancelRequest.Builder builder =
        amount == null
            ? CancelRequest.full(payment, reason)
            : CancelRequest.partial(payment, amount, reason);
    if (fields.containsKey("order")) {
      builder.orderId(OrderId.of(required(fields, "order")));
    }
    if (fields.containsKey("reference")) {
      builder.reference(required(fields, "reference"));
    }
    Money expected = money(fields, "expected");
    if (expected != null) {
      builder.expectedBalance(expected);
    }
    Money taxFree = money(fields, "taxFree");
    if (taxFree != null) {
      builder.taxFree(taxFree);
    }
    Money vat = money(fields, "vat");
    if (vat != null) {
      builder.vat(vat);
    }
    if (fields.containsKey("account")) {
      RefundAccount account =
          RefundAccount.of(
              required(fields, "bank"), required(fields, "account"), required(fields, "holder"));
      String phone = fields.get("phone");
      builder.refundAccount(phone == null ? account : account.withPhone(phone));
    }
    if (fields.containsKey("requester")) {
      builder.requester(CancelRequester.valueOf(required(fields, "requester")));
    }
    if (fields.containsKey("requestId")) {
      builder.cancelRequestId(required(fields, "requestId"));
    }
    builder.identity.resume(required(fields, "key"), memory);
    return builder;
  }

  private static CancelState state(Map<String, String> fields) {
    int keyNumber = Integer.parseInt(required(fields, "keyNumber"));
    if (keyNumber < 1 || keyNumber > MAX_KEY_NUMBER) {
      throw new IllegalArgumentException("keys are numbered from 1");
    }
    Phase phase = Phase.valueOf(required(fields, "phase"));
    CancelState.Sent sent = sent(fields);
    if (phase == Phase.IN_DOUBT && sent == null) {
      throw new IllegalArgumentException("a doubt is about something that was sent");
    }
    boolean said = fields.containsKey("code") || fields.containsKey("message");
    return new CancelState(
        phase,
        sent,
        fields.get("ownRow"),
        keyNumber,
        fields.containsKey("keyAnswered"),
        fields.containsKey("bankDoubt"),
        said ? new CancelState.Words(fields.get("code"), fields.get("message")) : null);
  }

  private static CancelState.@Nullable Sent sent(Map<String, String> fields) {
    Money pinned = money(fields, "pinned");
    Money seen = money(fields, "seen");
    if (pinned == null || seen == null) {
      return null;
    }
    if (!pinned.currency().equals(seen.currency())) {
      throw new IllegalArgumentException("the balances are of different currencies");
    }
    return new CancelState.Sent(
        pinned.amount(),
        seen.amount(),
        pinned.currency(),
        all(fields, ROW),
        fields.get("mark"),
        fields.containsKey("firstAt") ? seconds(required(fields, "firstAt")) : null,
        fields.containsKey("closes"));
  }

  /** Reads seconds since 1970. */
  private static Instant seconds(String text) {
    return Instant.ofEpochSecond(Math.max(0, Math.min(Long.parseLong(text), LAST_SECOND)));
  }

  private static void put(
      Map<String, @Nullable String> fields, String prefix, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      fields.put(prefix + i, values.get(i));
    }
  }

  private static List<String> all(Map<String, String> fields, String prefix) {
    List<String> values = new ArrayList<>();
    for (int i = 0; fields.containsKey(prefix + i); i++) {
      values.add(required(fields, prefix + i));
    }
    if (values.size() != fields.keySet().stream().filter(f -> f.startsWith(prefix)).count()) {
      throw new IllegalArgumentException("one of " + prefix + " is missing");
    }
    return values;
  }

  private static @Nullable Money money(Map<String, String> fields, String name) {
    String text = fields.get(name);
    if (text == null) {
      return null;
    }
    int space = text.indexOf(' ');
    return Money.of(text.substring(0, Math.max(space, 0)), text.substring(space + 1));
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
