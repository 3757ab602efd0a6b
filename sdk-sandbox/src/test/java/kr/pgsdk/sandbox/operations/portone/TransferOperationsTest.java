package kr.pgsdk.sandbox.operations.portone;

import java.math.BigDecimal;
import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.transfer.PortOneCancelLineRequest;
import kr.pgsdk.portone.platform.transfer.PortOneExternalPayment;
import kr.pgsdk.portone.platform.transfer.PortOneManualTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneOrderCancelTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneOrderTransferRequest;
import kr.pgsdk.portone.platform.transfer.PortOneTransferDiscountRequest;
import kr.pgsdk.portone.platform.transfer.PortOneTransferFilter;
import kr.pgsdk.portone.platform.transfer.PortOneTransferLineRequest;
import kr.pgsdk.portone.platform.transfer.PortOneTransferStatus;
import kr.pgsdk.portone.platform.transfer.PortOneTransferType;

class TransferOperationsTest extends PlatformOperations {
  TransferOperationsTest() {
    super("transfer");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "POST /platform/transfers/order",
            platform ->
                platform
                    .transfers()
                    .order(
                        PortOneOrderTransferRequest.ofLines("partner_1", ORDER, List.of(line()))
                            .id("transfer_1")
                            .contractId("contract_1")
                            .memo("bread")
                            .taxFreeAmount(1_000)
                            .settlementStartDate(DAY)
                            .settlementDate(DAY.plusDays(2))
                            .discounts(discounts())
                            .additionalFees(List.of("policy_2"))
                            .externalPayment(
                                PortOneExternalPayment.builder("KRW")
                                    .orderName("Bread")
                                    .paidAt(NOON)
                                    .easyPay("KAKAOPAY", "CARD")
                                    .build())
                            .parameter("any", new BigDecimal("12.5"))
                            .userDefinedProperty("branch", "corner")
                            .build())),
        of(
            "POST /platform/transfers/order",
            platform ->
                platform
                    .transfers()
                    .order(
                        PortOneOrderTransferRequest.ofAmount("partner_1", ORDER, 11_000)
                            .externalPayment(PortOneExternalPayment.builder("KRW").card().build())
                            .build())),
        of(
            "POST /platform/transfers/order-cancel",
            platform ->
                platform
                    .transfers()
                    .orderCancel(
                        PortOneOrderCancelTransferRequest.ofTransfer("transfer_1", "cancellation_1")
                            .id("transfer_2")
                            .orderLines(
                                List.of(
                                    PortOneCancelLineRequest.builder("product_1", 1)
                                        .discounts(discounts())
                                        .build()))
                            .memo("burnt")
                            .taxFreeAmount(0)
                            .settlementStartDate(DAY)
                            .settlementDate(DAY)
                            .discounts(discounts())
                            .externalCancellation(NOON)
                            .userDefinedProperty("branch", "corner")
                            .build())),
        of(
            "POST /platform/transfers/order-cancel",
            platform ->
                platform
                    .transfers()
                    .orderCancel(
                        PortOneOrderCancelTransferRequest.ofPayment(
                                "partner_1", ORDER, "cancellation_1")
                            .all()
                            .externalCancellation(null)
                            .build())),
        of(
            "POST /platform/transfers/order-cancel",
            platform ->
                platform
                    .transfers()
                    .orderCancel(
                        PortOneOrderCancelTransferRequest.ofPayment(
                                "partner_1", ORDER, "cancellation_1")
                            .orderAmount(5_000)
                            .build())),
        of(
            "POST /platform/transfers/manual",
            platform ->
                platform
                    .transfers()
                    .manual(
                        PortOneManualTransferRequest.builder("partner_1", -5_000, DAY)
                            .id("transfer_3")
                            .settlementCurrency("KRW")
                            .settlementTaxFreeAmount(0)
                            .memo("a broken window")
                            .userDefinedProperty("branch", "corner")
                            .build())),
        of("GET /platform/transfers/{id}", platform -> platform.transfers().get("transfer_1")),
        of(
            "GET /platform/transfer-summaries",
            platform ->
                first(
                    platform
                        .transfers()
                        .list(
                            PortOneTransferFilter.builder()
                                .settlementDates(DAY, DAY)
                                .partnerTags(List.of("bread"))
                                .contractIds(List.of("contract_1"))
                                .discountSharePolicyIds(List.of("policy_1"))
                                .additionalFeePolicyIds(List.of("policy_2"))
                                .paymentMethodTypes(List.of("CARD"))
                                .channelKeys(List.of("channel-key-1"))
                                .types(List.of(PortOneTransferType.ORDER))
                                .statuses(List.of(PortOneTransferStatus.SETTLED))
                                .userDefinedProperty("branch", "corner")
                                .keyword("all", "bread")
                                .build()))),
        of(
            "GET /platform/transfer-summaries",
            platform ->
                first(
                    platform
                        .transfers()
                        .list(
                            PortOneTransferFilter.builder()
                                .settlementStartDates(DAY, DAY)
                                .build()))),
        done(
            "DELETE /platform/transfers/{id}",
            platform -> platform.transfers().delete("transfer_1")));
  }

  private static PortOneTransferLineRequest line() {
    return PortOneTransferLineRequest.builder("product_1", "Bread", 5_500, 2)
        .taxFreeAmount(500)
        .tag("rye")
        .discounts(discounts())
        .additionalFees(List.of("policy_2"))
        .build();
  }

  private static List<PortOneTransferDiscountRequest> discounts() {
    return List.of(
        PortOneTransferDiscountRequest.builder("policy_1", 1_000).taxFreeAmount(0).build());
  }
}
