package kr.pgsdk.toss;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.http.KnownHosts;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.internal.TossFields;

/** What Toss demands of a request, checked before anything is sent. */
final class TossRules {
  private static final String ACCOUNT_NUMBER = "[0-9]{1,20}";
  // PaymentInitParams of the script; the API takes up to 300 (TossFields)
  private static final Pattern SCRIPT_CUSTOMER_KEY = Pattern.compile("[A-Za-z0-9_=.@-]{2,50}");
  private static final Pattern SECRET_KEY = Pattern.compile("(test|live)_g?sk_");
  private static final int MAX_HOLDER = 60;

  private static final KnownHosts HOSTS =
      new KnownHosts(
          List.of("api.tosspayments.com"),
          Map.of(
              "tosspayments.com", "names a page or a script of Toss",
              "iamport.kr", "is Iamport's, and this is a gateway for Toss",
              "portone.io", "is PortOne's, and this is a gateway for Toss"));

  private static final String ENDS_IN_VERSION = ".*/v[0-9]+(?:/payments)?/*";

  private TossRules() {}

  static void baseUrl(HttpOptions http) {
    HOSTS.check(http);
    URI url = http.baseUrl().orElse(null);
    if (url != null && url.getRawPath().matches(ENDS_IN_VERSION)) {
      throw new IllegalArgumentException(
          "base URL must not end in an API version such as /v1: leave it off, every path of Toss"
              + " begins with a version");
    }
  }

  static void orderName(String orderName) {
    Texts.atMost(orderName, "orderName", TossFields.MAX_ORDER_NAME);
  }

  /**
   * Returns a buyer's number if the script takes it; it is stricter than the API. What can't be
   * guessed isn't shown in a message.
   */
  static String scriptCustomerKey(String customerKey) {
    if (!SCRIPT_CUSTOMER_KEY.matcher(customerKey).matches()) {
      throw new IllegalArgumentException(
          "Toss's script takes a customerKey of 2 to 50 letters, digits, - _ = . @ only");
    }
    if (SECRET_KEY.matcher(customerKey).lookingAt()) {
      throw new IllegalArgumentException("customerKey must not be a secret key");
    }
    return customerKey;
  }

  static String customer(String value, String name) {
    return Texts.atMost(value, name, TossFields.MAX_CUSTOMER);
  }

  static void cancel(CancelRequest request) {
    if (request.vat().isPresent()) {
      throw new IllegalArgumentException(
          "Toss calculates the VAT itself: leave it out, and give the tax-free part if there is"
              + " one");
    }
    request.refundAccount().ifPresent(TossRules::refundAccount);
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
    Texts.atMost(account.holder(), "refund holder", MAX_HOLDER);
    if (account.phone().isPresent()) {
      throw new IllegalArgumentException(
          "Toss takes no phone number with a refund account: leave it out");
    }
    return account;
  }
}
