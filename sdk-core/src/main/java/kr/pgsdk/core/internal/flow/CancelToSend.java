package kr.pgsdk.core.internal.flow;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;

/**
 * A cancel as it is sent: the same in each sending.
 *
 * @param key the key the gateway recognises it by
 * @param reason why, with the reference in front
 * @param balance the balance the gateway must find, or execute nothing; zero for a payment that was
 *     never captured
 * @param known the payment as the lookup before showed it
 * @param closes whether the account is closed, by the gateway's call for that
 */
public record CancelToSend(
    CancelRequest request,
    String key,
    String reason,
    Money balance,
    Payment known,
    boolean closes) {

  /** Returns the key with this number, the first being the request's own. */
  static String key(CancelRequest request, int number) {
    String first = request.idempotencyKey();
    return number == 1
        ? first
        : UUID.nameUUIDFromBytes((first + "/" + number).getBytes(StandardCharsets.UTF_8))
            .toString();
  }
}
