package kr.pgsdk.iamport.webhook;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** Fields that came in unasked, as JSON or as a form; the console decides which. */
final class Claims {
  // No exponent: 1E+999999999 would go off in the hands of whoever prints it.
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,8})?");

  private final @Nullable JsonObject json;
  private final Parameters form;

  private Claims(@Nullable JsonObject json, Parameters form) {
    this.json = json;
    this.form = form;
  }

  /** Reads a body, as what it looks like. */
  static Claims of(WebhookRequest request) {
    if (!request.isJson()) {
      return of(request.form());
    }
    try {
      JsonObject object = Json.object(request.text().getBytes(StandardCharsets.UTF_8));
      return new Claims(object, Parameters.ofQuery(null));
    } catch (JsonProblem e) {
      throw refused(e);
    }
  }

  static Claims of(Parameters parameters) {
    return new Claims(null, parameters);
  }

  /** Who sent it, if it names no payment of Iamport's and looks like another's. */
  Optional<OtherSender> otherSender() {
    return OtherSender.of(json, name -> lenient(name).isPresent());
  }

  /**
   * The payment it names.
   *
   * @throws RejectedRequestException if it names none
   */
  UntrustedPayment payment() {
    PaymentId payment = paymentId();
    OrderId order = orderId();
    if (payment == null && order == null) {
      otherSender()
          .ifPresent(
              other -> {
                throw new RejectedRequestException(400, other.message());
              });
    }
    return UntrustedPayment.of(IamportPayment.TERMS, payment, order, status());
  }

  @Nullable PaymentId paymentId() {
    return value("imp_uid", PaymentId::of);
  }

  @Nullable OrderId orderId() {
    return value("merchant_uid", OrderId::of);
  }

  /** The status in the contract's terms, as far as its word tells. */
  @Nullable PaymentStatus status() {
    return value("status", word -> new PaymentStatus(known(word), word));
  }

  private static Known known(String word) {
    return switch (word) {
      case "paid" -> Known.PAID;
      case "cancelled" -> Known.CANCELLED;
      case "ready" -> Known.READY;
      case "failed" -> Known.FAILED;
      default -> Known.UNKNOWN;
    };
  }

  /** A field of no consequence: anything odd is absent. */
  Optional<String> text(String name) {
    return json != null ? text(json, name) : lenient(name);
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.text(name))
        .filter(text -> !text.isBlank() && !text.equals("null"));
  }

  /** A field of a form; one with two different values is as good as none. */
  private Optional<String> lenient(String name) {
    try {
      return form.value(name);
    } catch (RejectedRequestException e) {
      return Optional.empty();
    }
  }

  /** A field of an object in a field; a form writes {@code name[inner]}. */
  Optional<String> text(String name, String inner) {
    if (json == null) {
      return lenient(name + "[" + inner + "]");
    }
    JsonObject object = json.object(name);
    return object == null ? Optional.empty() : text(object, inner);
  }

  /** A yes or no, written as a boolean or a text; empty for anything else. */
  Optional<Boolean> flag(String name) {
    Boolean flag = json == null ? null : json.bool(name);
    if (flag != null) {
      return Optional.of(flag);
    }
    return switch (text(name).orElse("")) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** An amount, written as a number or a text. */
  @Nullable BigDecimal amount(String name) {
    if (json != null && !json.isNull(name) && json.number(name) == null) {
      throw refused(json.problem(name, "is not a number"));
    }
    // Not leniently: an amount that is absent isn't compared.
    String text = (json != null ? text(json, name) : form.value(name)).orElse(null);
    if (text == null) {
      return null;
    }
    if (AMOUNT.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw new RejectedRequestException(400, name + " is not an amount");
  }

  private <T> @Nullable T value(String name, Function<String, T> make) {
    try {
      if (json != null) {
        return json.strict(name, make);
      }
      String text = form.value(name).orElse(null);
      return isNothing(text) ? null : make.apply(text);
    } catch (JsonProblem e) {
      throw refused(e);
    } catch (RejectedRequestException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, name + " is refused: " + e.getMessage());
    }
  }

  /** What a page's script makes of a value that isn't there. */
  private static boolean isNothing(@Nullable String text) {
    return text == null || text.equals("null") || text.equals("undefined");
  }

  private static RejectedRequestException refused(JsonProblem problem) {
    return new RejectedRequestException(400, "the body can't be read: " + problem.getMessage());
  }
}
