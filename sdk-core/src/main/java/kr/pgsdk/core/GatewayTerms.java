package kr.pgsdk.core;

import java.io.Serial;
import java.io.Serializable;

/**
 * The gateway's names for the fields that every gateway has, so that an operator can compare
 * messages and mismatches with the gateway's console.
 *
 * @param gateway the gateway's short name in lower case, such as {@code iamport}
 * @param orderId its field for the merchant's order number, such as {@code merchant_uid}
 * @param paymentId its field for its own payment number, such as {@code imp_uid}
 * @param amount its field for the amount, such as {@code amount} or {@code totalAmount}
 */
public record GatewayTerms(String gateway, String orderId, String paymentId, String amount)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;
}
