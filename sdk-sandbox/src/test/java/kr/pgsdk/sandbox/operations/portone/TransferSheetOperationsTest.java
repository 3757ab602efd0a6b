package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.transfer.PortOneTransferFilter;

class TransferSheetOperationsTest extends PlatformOperations {
  TransferSheetOperationsTest() {
    super("transfer-sheet");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of(
            "GET /platform/transfer-summaries/sheet-file",
            platform ->
                platform
                    .transfers()
                    .sheet(
                        PortOneTransferFilter.builder().contractIds(List.of("contract_1")).build(),
                        List.of("TRANSFER_ID"))),
        of(
            "GET /platform/transfer-summaries/sheet-file",
            platform ->
                platform.transfers().sheet(PortOneTransferFilter.builder().build(), List.of())));
  }

  @Override
  protected String contentType() {
    return "text/csv";
  }
}
