package kr.pgsdk.iamport.kcpquick;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;

/**
 * KCP's quickpay. What moves money is sent once: after an {@code OutcomeUnknownException}, look the
 * order up before anything else.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportKcpQuick {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportKcpQuick(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /kcpquick/payment/money}: pays with prepaid money. <strong>Moves money</strong>,
   * and is sent once. A payment may come back failed: read its {@code status}.
   */
  public IamportPayment payMoney(IamportKcpQuickMoneyRequest request) {
    return pay("pay with KCP money", "money", request.orderId(), RequestFields.of(request));
  }

  /**
   * {@code POST /kcpquick/payment/autopay}: pays by a key for automatic payments. <strong>Moves
   * money</strong>, and is sent once. A payment may come back failed: read its {@code status}.
   */
  public IamportPayment autopay(IamportKcpQuickAutopayRequest request) {
    return pay("KCP autopay", "autopay", request.orderId(), RequestFields.of(request));
  }

  private IamportPayment pay(String name, String how, OrderId orderId, RequestFields fields) {
    return calls.payment(
        HttpRequest.once(name, "POST", "kcpquick", "payment", how)
            .about(PaymentLookup.byOrderId(orderId))
            .body(fields),
        p -> p.orderId().equals(orderId));
  }

  /**
   * {@code POST /kcpquick/prepare/{merchant_uid}}: registers a payment with prepaid money. No money
   * moves. Sent once.
   *
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 409 if it is registered already
   */
  public void prepare(OrderId orderId, IamportKcpQuickPrepareRequest request) {
    prepare("KCP prepare", "POST", orderId, request);
  }

  /**
   * {@code PUT /kcpquick/prepare/{merchant_uid}}: changes what was registered. No money moves. Sent
   * once.
   *
   * @throws kr.pgsdk.core.error.GatewayException with HTTP status 404 if nothing is registered
   */
  public void changePrepared(OrderId orderId, IamportKcpQuickPrepareRequest request) {
    prepare("change KCP prepared", "PUT", orderId, request);
  }

  private void prepare(
      String name, String method, OrderId orderId, IamportKcpQuickPrepareRequest request) {
    new RequestFields().text("merchant_uid", orderId.value(), 40);
    boolean unused =
        IamportCalls.change(
            () ->
                calls.send(
                    HttpRequest.once(name, method, "kcpquick", "prepare", orderId.value())
                        .about(PaymentLookup.byOrderId(orderId))
                        .body(RequestFields.of(request)),
                    body -> true));
  }

  /**
   * {@code DELETE /kcpquick/members/{member_id}}: deletes a member at Iamport. Sent once.
   *
   * @param siteCode {@code site_code}, as the member was registered with; so the next two
   */
  public IamportKcpQuickMember deleteMember(
      String memberId, String siteCode, String partnerType, String partnerSubtype) {
    return calls.object(
        HttpRequest.once(
                "delete KCP member",
                "DELETE",
                "kcpquick",
                "members",
                segment("member_id", memberId))
            .hide(memberId)
            .query("site_code", line("site_code", siteCode))
            .query("partner_type", line("partner_type", partnerType))
            .query("partner_subtype", line("partner_subtype", partnerSubtype)),
        ResponseMatch.about("member_id", memberId, IamportKcpQuickMember::new));
  }

  /**
   * {@code DELETE /kcpquick/autopay/{customer_uid}}: deletes a key for automatic payments. Sent
   * once.
   */
  public IamportKcpQuickAutopayKey deleteAutopay(String customerUid) {
    return calls.object(
        HttpRequest.once(
                "delete KCP autopay key",
                "DELETE",
                "kcpquick",
                "autopay",
                segment("customer_uid", customerUid))
            .hide(customerUid),
        ResponseMatch.about("customer_uid", customerUid, IamportKcpQuickAutopayKey::new));
  }

  /**
   * {@code POST /kcpquick/members/{member_id}/fido/release}: ends a member's use of biometrics.
   * Sent once.
   *
   * @throws kr.pgsdk.core.error.GatewayException if KCP refuses; the message ends with KCP's own
   *     code and words
   */
  public IamportKcpQuickMember releaseFido(String memberId, String channelKey) {
    return calls.object(
        HttpRequest.once(
                "release KCP FIDO",
                "POST",
                "kcpquick",
                "members",
                segment("member_id", memberId),
                "fido",
                "release")
            .hide(memberId)
            .body(new RequestFields().text("channel_key", channelKey)),
        ResponseMatch.about("member_id", memberId, IamportKcpQuickMember::new));
  }

  private static String line(String name, String text) {
    new RequestFields().text(name, text, 80);
    return text;
  }

  /** Refuses what a path would lose: OkHttp resolves dots. */
  private static String segment(String name, String text) {
    if (text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(name + " must not be a dot or two");
    }
    return line(name, text);
  }
}
