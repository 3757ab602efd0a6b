package kr.pgsdk.iamport;

import java.util.Set;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.flow.ChargeSteps;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.internal.NewPayment;
import kr.pgsdk.iamport.model.IamportBuyer;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * What Iamport adds to the flow of a charge. Iamport recognises no repetition, so a charge is sent
 * once; its mark travels in {@code custom_data}, which payments show.
 */
final class IamportCharge implements ChargeSteps {
  private static final String MARK = "pgsdk charge ";

  /** What a checkout says that pays and issues a billing key; a charge says payment. */
  private static final String ISSUE = "issue";

  private static final String PAID_ALREADY = "이미 결제";

  /** Where a buyer pays; a payment by the API has {@code api}. */
  private static final Set<String> CHECKOUT_CHANNELS = Set.of("pc", "mobile");

  private final IamportClient client;
  private final @Nullable String channelKey;

  IamportCharge(IamportClient client, @Nullable String channelKey) {
    this.client = client;
    this.channelKey = channelKey;
  }

  /**
   * Returns the charge as Iamport takes it.
   *
   * @throws IllegalArgumentException if Iamport would refuse it
   */
  private IamportChargeRequest.Builder request(ChargeRequest request) {
    NewPayment.check(request.orderId(), request.money());
    IamportRules.orderName(request.orderName());
    IamportChargeRequest.Builder charge =
        IamportChargeRequest.builder(
            request.billingKey().value(), request.orderId(), request.money(), request.orderName());
    request.taxFree().ifPresent(charge::taxFree);
    request.installmentMonths().ifPresent(charge::cardQuota);
    IamportBuyer.Builder buyer = IamportBuyer.builder();
    request.customerName().ifPresent(buyer::name);
    request.customerEmail().ifPresent(buyer::email);
    charge.buyer(buyer.build());
    if (channelKey != null) {
      charge.channelKey(channelKey);
    }
    return charge;
  }

  @Override
  public GatewayTerms terms() {
    return IamportPayment.TERMS;
  }

  @Override
  public @Nullable String key(ChargeRequest request) {
    Object unused = request(request); // refuses what Iamport would refuse
    return null;
  }

  @Override
  public Found find(ChargeRequest request, @Nullable String mark, Deadline deadline) {
    String own = MARK + mark;
    IamportPayment payment =
        client
            .api(deadline)
            .ofOrder(request.orderId())
            .mostTelling(each -> each.customData().filter(own::equals).isPresent())
            .orElse(null);
    if (payment == null) {
      return new Found(null, false, false);
    }
    String customerUid = payment.customerUid().orElse(null);
    boolean anothersKey = customerUid != null && !customerUid.equals(request.billingKey().value());
    boolean anothersMark =
        payment.customData().filter(text -> text.startsWith(MARK) && !text.equals(own)).isPresent();
    return new Found(
        payment.toPayment(),
        !isCheckout(payment),
        isCheckout(payment) || anothersKey || anothersMark);
  }

  private static boolean isCheckout(IamportPayment payment) {
    boolean issuesKey = payment.customerUidUsage().filter(ISSUE::equals).isPresent();
    return (payment.customerUid().isEmpty() || issuesKey)
        && payment.channel().filter(CHECKOUT_CHANNELS::contains).isPresent();
  }

  @Override
  public Captured charge(ChargeRequest request, String mark, Deadline deadline) {
    IamportPayment payment =
        client.api(deadline).billingKeys().charge(request(request).customData(MARK + mark).build());
    return new Captured(payment.toPayment(), false, false);
  }

  /** Iamport's own refusal came before anything was executed, as far as it knows. */
  @Override
  public RefusalClass classify(GatewayException refusal) {
    return refusal.httpStatus().orElse(0) >= 500
        ? RefusalClass.UNCERTAIN
        : RefusalClass.OF_THIS_SENDING;
  }

  /** By its words alone: the code is the same as for other refusals. */
  @Override
  public boolean saysPaid(GatewayException refusal) {
    return refusal.gatewayMessage().filter(text -> text.contains(PAID_ALREADY)).isPresent();
  }
}
