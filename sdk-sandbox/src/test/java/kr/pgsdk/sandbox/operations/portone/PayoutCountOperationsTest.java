package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.payout.PortOneAccountTransferFilter;
import kr.pgsdk.portone.platform.payout.PortOneBulkAccountTransferFilter;
import kr.pgsdk.portone.platform.payout.PortOneBulkPayoutFilter;
import kr.pgsdk.portone.platform.payout.PortOnePayoutFilter;

class PayoutCountOperationsTest extends PlatformOperations {
  PayoutCountOperationsTest() {
    super("payout-count");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "GET /platform/payouts",
            platform ->
                platform
                    .payouts()
                    .counts(PortOnePayoutFilter.builder().payoutId("payout_1").build())),
        of(
            "GET /platform/bulk-payouts",
            platform -> platform.payouts().bulkCounts(PortOneBulkPayoutFilter.builder().build())),
        of(
            "GET /platform/account-transfers",
            platform ->
                platform.payouts().transferCounts(PortOneAccountTransferFilter.builder().build())),
        of(
            "GET /platform/bulk-account-transfers",
            platform ->
                platform
                    .payouts()
                    .bulkTransferCounts(PortOneBulkAccountTransferFilter.builder().build())));
  }
}
