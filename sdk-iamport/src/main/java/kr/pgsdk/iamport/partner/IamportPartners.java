package kr.pgsdk.iamport.partner;

import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Receipts that name the sub-merchants of a payment. KG Inicis only; others refuse (HTTP 501).
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportPartners {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportPartners(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /partners/receipts/{imp_uid}}: registers what each sub-merchant sold. No money
   * moves. Sent once.
   *
   * @throws IllegalArgumentException if there is no line
   */
  public IamportPartnerReceiptResult registerReceipts(
      PaymentId paymentId, List<IamportPartnerReceipt> receipts) {
    if (receipts.isEmpty()) {
      throw new IllegalArgumentException("data must have a line for a sub-merchant at least");
    }
    return calls.object(
        HttpRequest.once(
                "register partner receipts", "POST", "partners", "receipts", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId))
            .body(
                new RequestFields()
                    .objects("data", receipts.stream().map(RequestFields::of).toList())),
        IamportPartnerReceiptResult::new);
  }
}
