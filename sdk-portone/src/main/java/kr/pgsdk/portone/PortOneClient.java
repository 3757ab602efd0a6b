package kr.pgsdk.portone;

import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.billing.PortOneBillingKeys;
import kr.pgsdk.portone.company.PortOneCompanies;
import kr.pgsdk.portone.escrow.PortOneEscrows;
import kr.pgsdk.portone.identity.PortOneIdentityVerifications;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.payment.PortOnePayments;
import kr.pgsdk.portone.promotion.PortOnePromotions;
import kr.pgsdk.portone.receipt.PortOneCashReceipts;
import kr.pgsdk.portone.reconciliation.PortOneVatReports;
import kr.pgsdk.portone.schedule.PortOneSchedules;
import kr.pgsdk.portone.session.PortOneSessions;

/**
 * PortOne V2, one method for each endpoint, in PortOne's own terms: the core ones here, those of
 * each feature in a class of its own. To take payments use {@link PortOneGateway}, which also
 * verifies, and looks up what was lost.
 *
 * <p>Calls block, bounded by one deadline. What they throw is told in {@link
 * kr.pgsdk.core.PaymentGateway}, and {@link IllegalStateException} after {@link #close}; errors
 * carry PortOne's {@code type} as their code, and its message. Thread-safe.
 */
public final class PortOneClient implements AutoCloseable {
  private final PortOneCalls calls;

  PortOneClient(PortOneCalls calls) {
    this.calls = calls;
  }

  /** Starts a client for a merchant. */
  public static Builder builder(PortOneApiSecret apiSecret) {
    return new Builder(apiSecret);
  }

  /**
   * Returns the credential that every request carries. Sends no request.
   *
   * @throws IllegalStateException if this is closed
   */
  public AuthToken getToken() {
    return sender().token();
  }

  /**
   * Returns the payment with this id, which the shop gave it. GET /payments/{paymentId}.
   *
   * @param paymentId the shop's own id ({@code paymentId}), never PortOne's {@code transactionId}
   * @throws kr.pgsdk.core.error.GatewayException if there is none: {@code PAYMENT_NOT_FOUND}
   * @throws kr.pgsdk.core.error.MalformedResponseException if the answer can't be read, or is about
   *     another payment
   */
  public PortOnePayment payment(OrderId paymentId) {
    return api().payment(paymentId);
  }

  /** Billing keys: issuing, looking up, deleting. */
  public PortOneBillingKeys billingKeys() {
    return new PortOneBillingKeys(calls);
  }

  /** Cash receipts: issuing, cancelling, listing. */
  public PortOneCashReceipts cashReceipts() {
    return new PortOneCashReceipts(calls);
  }

  /** What single payment companies and banks have of their own. */
  public PortOneCompanies companies() {
    return new PortOneCompanies(calls);
  }

  /** Deliveries of payments under escrow. */
  public PortOneEscrows escrows() {
    return new PortOneEscrows(calls);
  }

  /** Identity verifications. */
  public PortOneIdentityVerifications identityVerifications() {
    return new PortOneIdentityVerifications(calls);
  }

  /** Payments in lists, and what is done with one besides the five verbs. */
  public PortOnePayments payments() {
    return new PortOnePayments(calls);
  }

  /** Discounts of the shop's and of card companies. */
  public PortOnePromotions promotions() {
    return new PortOnePromotions(calls);
  }

  /** Payments that PortOne makes with a billing key at a time. */
  public PortOneSchedules schedules() {
    return new PortOneSchedules(calls);
  }

  /** The hosted checkout. */
  public PortOneSessions sessions() {
    return new PortOneSessions(calls);
  }

  /** Reports of value added tax. */
  public PortOneVatReports vatReports() {
    return new PortOneVatReports(calls);
  }

  /**
   * Returns a client with another deadline, number of attempts, or headers. The two share
   * connections; closing either closes both.
   */
  public PortOneClient with(CallOptions options) {
    return new PortOneClient(calls.by(sender().with(options)));
  }

  /** What sends its requests, for the verbs that are made of several. */
  Sender sender() {
    return calls.sender();
  }

  /** The REST calls, under a deadline. */
  PortOneApi api(Deadline deadline) {
    return new PortOneApi(calls.within(deadline));
  }

  private PortOneApi api() {
    return new PortOneApi(calls);
  }

  /**
   * Ends running calls and closes the connections that this client made. A caller's {@code
   * OkHttpClient} stays open. Idempotent.
   */
  @Override
  public void close() {
    sender().close();
  }

  /** Builds a {@link PortOneClient}. */
  public static final class Builder extends PortOneBuilder<Builder> {
    private Builder(PortOneApiSecret apiSecret) {
      super(apiSecret);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public PortOneClient build() {
      return client();
    }
  }
}
