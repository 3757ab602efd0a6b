package kr.pgsdk.sandbox.operations.portone;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.portone.PortOneClient;

class ReconciliationOperationsTest extends PortOneOperations {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  ReconciliationOperationsTest() {
    super("reconciliation");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "GET /payment-reconciliations/settlements/vat-report",
            client -> client.vatReports().ofSettlements(DAY, DAY, List.of("store-1"))),
        example(
            "GET /payment-reconciliations/transactions/vat-report",
            client -> client.vatReports().ofTransactions(DAY, DAY, List.of())));
  }
}
