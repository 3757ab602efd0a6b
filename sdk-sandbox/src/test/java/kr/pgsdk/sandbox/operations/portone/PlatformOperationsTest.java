package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.PortOnePlatformSettingUpdate;

class PlatformOperationsTest extends PlatformOperations {
  PlatformOperationsTest() {
    super("platform");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "GET /platform/bank-accounts/{bank}/{accountNumber}/holder",
            platform -> platform.checks().accountHolder("SHINHAN", "110123456789")),
        of(
            "GET /platform/bank-accounts/{bank}/{accountNumber}/holder",
            platform -> platform.checks().accountHolder("SHINHAN", "110123456789", DAY)),
        of(
            "GET /platform/bank-accounts/{bank}/{accountNumber}/holder",
            platform -> platform.checks().accountHolder("SHINHAN", "110123456789", "1234567890")),
        of(
            "GET /platform/companies/{businessRegistrationNumber}/state",
            platform -> platform.checks().company("1234567890")),
        of("GET /platform/setting", platform -> platform.settings().get()),
        of(
            "PATCH /platform/setting",
            platform ->
                platform
                    .settings()
                    .update(
                        PortOnePlatformSettingUpdate.builder()
                            .defaultWithdrawalMemo("bread")
                            .defaultDepositMemo("platform")
                            .supportsMultipleOrderTransfersPerPartner(true)
                            .adjustSettlementDateAfterHolidayIfEarlier(true)
                            .deductWht(true)
                            .settlementAmountType("GROSS")
                            .manualSettlementPerTransfer(false)
                            .build())));
  }
}
