package kr.pgsdk.iamport;

import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.internal.flow.ConfirmSteps;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** What Iamport adds to the flow of a confirm: the checkout has captured, so a confirm reads. */
final class IamportConfirm implements ConfirmSteps {
  /** A payment that the payment company still reviews (PayPal; payments by status). */
  private static final String PENDING = "pending";

  private final IamportClient client;
  private final Set<String> acceptedPromotions;

  IamportConfirm(IamportClient client, Set<String> acceptedPromotions) {
    this.client = client;
    this.acceptedPromotions = acceptedPromotions;
  }

  @Override
  public GatewayTerms terms() {
    return IamportPayment.TERMS;
  }

  @Override
  public Found find(ConfirmRequest request, Deadline deadline) {
    IamportApi.Found found =
        client.api(deadline).payment(request.paymentId(), client.acceptsTestPayments());
    IamportPayment payment = found.payment();
    return new Found(payment == null ? null : payment.toPayment(), found.refusal(), false);
  }

  @Override
  public boolean acceptsTestPayments() {
    return client.acceptsTestPayments();
  }

  @Override
  public @Nullable String adviceIfNotFound() {
    return client.acceptsTestPayments() ? null : TestChannel.NOT_FOUND;
  }

  @Override
  public String adviceIfTest() {
    return TestChannel.NOT_ACCEPTED;
  }

  @Override
  public boolean acceptsPromotion(Promotion promotion) {
    return promotion.id().filter(acceptedPromotions::contains).isPresent();
  }

  @Override
  public boolean isUnfinished(Payment payment) {
    return payment.status().gatewayWord().equals(PENDING);
  }
}
