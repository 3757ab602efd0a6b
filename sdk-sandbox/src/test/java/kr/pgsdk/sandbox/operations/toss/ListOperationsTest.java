package kr.pgsdk.sandbox.operations.toss;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.settlement.TossSettlementDate;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import kr.pgsdk.toss.transaction.TossTransactionQuery;

class ListOperationsTest extends TossOperations {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  ListOperationsTest() {
    super("list");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example(
            "GET /v1/transactions",
            client ->
                all(
                    client
                        .transactions()
                        .list(
                            TossTransactionQuery.builder(
                                    DAY.atStartOfDay(), DAY.plusDays(1).atStartOfDay())
                                .startingAfter("transaction_key_1")
                                .limit(100)
                                .build()))),
        example(
            "GET /v1/settlements",
            client ->
                all(
                    client
                        .settlements()
                        .list(
                            TossSettlementQuery.builder(DAY, DAY)
                                .dateType(TossSettlementDate.PAID_OUT)
                                .page(1)
                                .size(100)
                                .build()))),
        example("GET /v1/cash-receipts", client -> all(client.cashReceipts().list(DAY, 1, 100))));
  }

  private static List<?> all(Stream<?> rows) {
    try (rows) {
      return rows.toList();
    }
  }
}
