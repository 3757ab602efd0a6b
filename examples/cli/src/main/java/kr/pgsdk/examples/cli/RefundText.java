package kr.pgsdk.examples.cli;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.RefundAccount;
import org.jspecify.annotations.Nullable;

/**
 * A refund as a text, to be continued later.
 *
 * @param text one word without the buyer's account, since printed text ends up in logs and files
 * @param accountWithheld whether the refund has an account, which must be given again
 */
record RefundText(String text, boolean accountWithheld) {
  /** Stands in the text in place of the account, so that resuming without one fails. */
  private static final String WITHHELD = "withheld";

  /** Returns the text of {@code request} in its current state. */
  static RefundText of(CancelRequest request) {
    return request
        .refundAccount()
        .map(account -> new RefundText(withheld(request, account).toText(), true))
        .orElseGet(() -> new RefundText(request.toText(), false));
  }

  private static CancelRequest withheld(CancelRequest request, RefundAccount account) {
    RefundAccount withheld = RefundAccount.of(WITHHELD, WITHHELD, WITHHELD);
    // newBuilder() builds the same refund, with its state.
    return request
        .newBuilder()
        .refundAccount(account.phone().isEmpty() ? withheld : withheld.withPhone(WITHHELD))
        .build();
  }

  /**
   * Returns the refund that {@code text} stands for.
   *
   * @param since the time since the last call with it ended
   * @param account the account that was withheld; null if none was given
   * @throws IllegalArgumentException if the text is damaged, or the account doesn't fit it
   */
  static CancelRequest resume(String text, Duration since, @Nullable RefundAccount account) {
    CancelRequest request = CancelRequest.resume(text, since);
    RefundAccount stored = request.refundAccount().orElse(null);
    if (stored != null && stored.number().equals(WITHHELD)) {
      return withAccount(request, stored.phone().isPresent(), account);
    }
    if (account != null) {
      throw new IllegalArgumentException(
          "--refund-account contradicts --resume: this refund "
              + (stored == null ? "was made without one" : "has one in its text"));
    }
    return request;
  }

  private static CancelRequest withAccount(
      CancelRequest request, boolean phone, @Nullable RefundAccount account) {
    if (account == null) {
      throw new IllegalArgumentException(
          "the text doesn't contain the refund account: give --refund-bank, --refund-account and"
              + " --refund-holder again");
    }
    if (phone != account.phone().isPresent()) {
      throw new IllegalArgumentException(
          phone
              ? "the text doesn't contain the holder's phone: give --refund-phone again"
              : "--refund-phone contradicts --resume: this refund was made without one");
    }
    return request.newBuilder().refundAccount(account).build();
  }
}
