package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickAutopayRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickMoneyRequest;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuickPrepareRequest;

class KcpQuickOperationsTest extends IamportOperations {
  private static final OrderId ORDER = OrderId.of("order_9001");

  KcpQuickOperationsTest() {
    super("kcpquick");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example(
            "DELETE /kcpquick/members/{member_id}",
            client -> client.kcpQuick().deleteMember("m1", "IX0XX", "IX99", "99IX")),
        example("POST /kcpquick/payment/money", client -> client.kcpQuick().payMoney(money())),
        example(
            "PUT /kcpquick/prepare/{merchant_uid}",
            client -> {
              client.kcpQuick().changePrepared(ORDER, prepare());
              return null;
            }),
        example(
            "POST /kcpquick/prepare/{merchant_uid}",
            client -> {
              client.kcpQuick().prepare(ORDER, prepare());
              return null;
            }),
        example("POST /kcpquick/payment/autopay", client -> client.kcpQuick().autopay(autopay())),
        example(
            "DELETE /kcpquick/autopay/{customer_uid}",
            client -> client.kcpQuick().deleteAutopay("customer_1")),
        example(
            "POST /kcpquick/members/{member_id}/fido/release",
            client -> client.kcpQuick().releaseFido("m1", "channel-key-1")));
  }

  private static IamportKcpQuickMoneyRequest money() {
    return IamportKcpQuickMoneyRequest.builder(
            "m1", "channel-key-1", ORDER, "T-shirt", Money.krw(1_000), PaymentId.of("imp_pin"))
        .noticeUrl("https://shop.example/hook")
        .build();
  }

  private static IamportKcpQuickAutopayRequest autopay() {
    return IamportKcpQuickAutopayRequest.builder(
            "customer_1", ORDER, "T-shirt", "Hong Gildong", Money.krw(1_000))
        .noticeUrl("https://shop.example/hook")
        .build();
  }

  private static IamportKcpQuickPrepareRequest prepare() {
    return IamportKcpQuickPrepareRequest.builder("btid1", "203.0.113.7", "verifier")
        .prepaidAuth(true)
        .prepaidAmount(Money.krw(1_000))
        .venderType("VID2")
        .rewardId("r1")
        .build();
  }
}
