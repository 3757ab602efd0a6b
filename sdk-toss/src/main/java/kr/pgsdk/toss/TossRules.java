package kr.pgsdk.toss;

import java.net.URI;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.internal.TossFields;
import org.jspecify.annotations.Nullable;

/** What Toss demands of a request, checked before anything is sent. */
final class TossRules {
  private static final String ACCOUNT_NUMBER = "[0-9]{1,20}";
  private static final int MAX_ORDER_NAME = 100;
  private static final int MAX_REASON = 200;
  private static final int MAX_HOLDER = 60;

  private static final String ENDS_IN_VERSION = ".*/v[0-9]+(?:/payments)?/*";

  private TossRules() {}

  static void baseUrl(HttpOptions http) {
    URI url = http.baseUrl().orElse(null);
    if (url != null && url.getRawPath().matches(ENDS_IN_VERSION)) {
      throw new IllegalArgumentException(
          "base URL must not end in an API version such as /v1: leave it off, every path of Toss"
              + " begins with its own");
    }
  }

  static void orderName(String orderName) {
    if (orderName.length() > MAX_ORDER_NAME) {
      throw new IllegalArgumentException(
          "Toss takes an orderName of at most " + MAX_ORDER_NAME + " characters: shorten it");
    }
  }

  static void cancel(CancelRequest request) {
    if (request.vat().isPresent()) {
      throw new IllegalArgumentException(
          "Toss works the VAT out itself: leave it out, and give the tax-free part if there is one");
    }
    request.refundAccount().ifPresent(TossRules::refundAccount);
  }

  static String reason(@Nullable String reason) {
    return Texts.note(reason, "cancelReason", MAX_REASON);
  }

  static String cancelRequestId(String id) {
    if (!TossFields.isId(id)) {
      throw new IllegalArgumentException(
          "Toss takes a cancelRequestId of 6 to 64 letters, digits, - _ = only");
    }
    return id;
  }

  /** Messages don't show the account: it is the buyer's. */
  static RefundAccount refundAccount(RefundAccount account) {
    if (!account.number().matches(ACCOUNT_NUMBER)) {
      throw new IllegalArgumentException(
          "refund account must be 1 to 20 digits at Toss: leave out dashes and spaces");
    }
    atMost(MAX_HOLDER, account.holder(), "refund holder");
    if (account.phone().isPresent()) {
      throw new IllegalArgumentException(
          "Toss takes no phone number with a refund account: leave it out");
    }
    return account;
  }

  private static String atMost(int maxLength, String text, String name) {
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          name + " must have at most " + maxLength + " characters at Toss");
    }
    return text;
  }
}
