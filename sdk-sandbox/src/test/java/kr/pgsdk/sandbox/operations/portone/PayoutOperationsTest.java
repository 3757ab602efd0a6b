package kr.pgsdk.sandbox.operations.portone;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.partner.PortOnePartnerType;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;
import kr.pgsdk.portone.platform.payout.PortOneAccountTransferFilter;
import kr.pgsdk.portone.platform.payout.PortOneBulkAccountTransferFilter;
import kr.pgsdk.portone.platform.payout.PortOneBulkPayoutFilter;
import kr.pgsdk.portone.platform.payout.PortOnePayoutFilter;
import kr.pgsdk.portone.platform.payout.PortOnePayoutStatus;

class PayoutOperationsTest extends PlatformOperations {
  private static final Instant LATER = NOON.plusSeconds(60);

  PayoutOperationsTest() {
    super("payout");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        payouts(filter -> filter.created(NOON, LATER)),
        payouts(filter -> filter.statusUpdated(NOON, LATER)),
        payouts(filter -> filter.scheduled(NOON, LATER)),
        payouts(filter -> filter.statementIssued(NOON, LATER)),
        payouts(filter -> filter.payoutId("payout_1")),
        payouts(filter -> filter.bulkPayoutId("bulk_1")),
        payouts(filter -> filter.taxInvoiceId("invoice_1")),
        payouts(filter -> filter.settlementStatementId("statement_1")),
        of(
            "GET /platform/bulk-payouts",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulk(
                            PortOneBulkPayoutFilter.builder()
                                .statuses(List.of("ONGOING"))
                                .methods(List.of("AGENCY"))
                                .created(NOON, LATER)
                                .build()))),
        of(
            "GET /platform/bulk-payouts",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulk(
                            PortOneBulkPayoutFilter.builder().statusUpdated(NOON, LATER).build()))),
        of(
            "GET /platform/bulk-payouts",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulk(PortOneBulkPayoutFilter.builder().bulkPayoutId("bulk_1").build()))),
        of(
            "GET /platform/account-transfers",
            platform ->
                first(
                    platform
                        .payouts()
                        .transfers(
                            PortOneAccountTransferFilter.builder()
                                .traded(NOON, LATER)
                                .created(NOON, LATER)
                                .statusUpdated(NOON, LATER)
                                .scheduled(NOON, LATER)
                                .accountTransferId("transfer_1")
                                .accountTransferIds(List.of("transfer_1"))
                                .bankAccountId("account_1")
                                .bulkAccountTransferId("bulk_1")
                                .payoutId("payout_1")
                                .types(List.of("WITHDRAWAL"))
                                .statuses(List.of("SUCCEEDED"))
                                .depositorName("Hong")
                                .depositAccountHolder("Hong")
                                .depositMemo("bread")
                                .withdrawalMemo("Hong")
                                .build()))),
        of(
            "GET /platform/bulk-account-transfers",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulkTransfers(
                            PortOneBulkAccountTransferFilter.builder()
                                .statuses(List.of("ONGOING"))
                                .created(NOON, LATER)
                                .build()))),
        of(
            "GET /platform/bulk-account-transfers",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulkTransfers(
                            PortOneBulkAccountTransferFilter.builder()
                                .statusUpdated(NOON, LATER)
                                .build()))),
        of(
            "GET /platform/bulk-account-transfers",
            platform ->
                first(
                    platform
                        .payouts()
                        .bulkTransfers(
                            PortOneBulkAccountTransferFilter.builder()
                                .bulkAccountTransferId("bulk_1")
                                .build()))));
  }

  private static Example<PortOneClient> payouts(
      UnaryOperator<PortOnePayoutFilter.Builder> criteria) {
    return of(
        "GET /platform/payouts",
        platform ->
            first(
                platform
                    .payouts()
                    .list(
                        criteria
                            .apply(PortOnePayoutFilter.builder())
                            .statuses(List.of(PortOnePayoutStatus.SUCCEEDED))
                            .partnerIds(List.of("partner_1"))
                            .payoutIds(List.of("payout_1"))
                            .payoutAccountBanks(List.of("SHINHAN"))
                            .payoutCurrencies(List.of("KRW"))
                            .partnerTags(List.of("bread"))
                            .partnerTypes(List.of(PortOnePartnerType.BUSINESS))
                            .partnerTaxationTypes(List.of(PortOneTaxationType.NORMAL))
                            .taxInvoiceStatuses(List.of("ISSUED"))
                            .settlementStatementStatuses(List.of("SENT"))
                            .build())));
  }
}
