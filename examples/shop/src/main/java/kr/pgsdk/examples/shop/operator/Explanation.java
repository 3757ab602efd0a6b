package kr.pgsdk.examples.shop.operator;

import kr.pgsdk.durable.RefundView;

/**
 * Why a refund stands as it does: what the gateway says, as it says it, and the SDK's own words,
 * which are English.
 *
 * @param code the gateway's; empty if it gave none
 * @param gateway its reason; empty if it gave none
 * @param sdk empty if there is nothing to explain
 */
record Explanation(String code, String gateway, String sdk) {
  private static final String REASON = " The gateway's reason: ";

  static Explanation of(RefundView refund) {
    String message = refund.message().orElse("");
    int reason = message.indexOf(REASON);
    return new Explanation(
        refund.code().orElse(""),
        reason < 0 ? "" : message.substring(reason + REASON.length()),
        reason < 0 ? message : message.substring(0, reason));
  }
}
