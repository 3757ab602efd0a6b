package kr.pgsdk.iamport.benepia;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;

/**
 * Payments with Benepia points, through KCP.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportBenepia {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportBenepia(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /benepia/point}: the points of an account. No money moves.
   *
   * @param user the account; no message shows it
   * @param password its password; no message shows it
   * @param channelKey the channel to ask through
   */
  public IamportBenepiaPoint point(String user, String password, String channelKey) {
    return calls.object(
        HttpRequest.safe("Benepia point", "POST", "benepia", "point")
            .body(
                new RequestFields()
                    .personal("benepia_user", user)
                    .personal("benepia_password", password)
                    .text("channel_key", channelKey)),
        IamportBenepiaPoint::new);
  }

  /**
   * {@code POST /benepia/payment}. <strong>Moves money</strong>, and is sent once. A payment may
   * come back failed: read its {@code status}.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed: look the
   *     order up before anything else
   */
  public IamportPayment pay(IamportBenepiaPaymentRequest request) {
    return calls.payment(
        HttpRequest.once("pay with Benepia points", "POST", "benepia", "payment")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        p -> p.orderId().equals(request.orderId()));
  }
}
