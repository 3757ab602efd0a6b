package kr.pgsdk.portone.reconciliation;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneCalls;

/**
 * Reports of value added tax, from PortOne's reconciliation. No money moves. PortOne calls these
 * operations unstable: they may change without a new version.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneVatReports {
  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneVatReports(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /payment-reconciliations/settlements/vat-report}: by the days money was paid out.
   *
   * @param until the last day, included
   * @param storeIds the stores counted; empty for all
   */
  public PortOneVatReport ofSettlements(LocalDate from, LocalDate until, List<String> storeIds) {
    return report("settlements", from, until, storeIds);
  }

  /**
   * {@code GET /payment-reconciliations/transactions/vat-report}: by the days of the payments.
   *
   * @param until the last day, included
   * @param storeIds the stores counted; empty for all
   */
  public PortOneVatReport ofTransactions(LocalDate from, LocalDate until, List<String> storeIds) {
    return report("transactions", from, until, storeIds);
  }

  private PortOneVatReport report(
      String what, LocalDate from, LocalDate until, List<String> storeIds) {
    if (from.isAfter(until)) {
      throw new IllegalArgumentException("from must not be after until: " + from + " to " + until);
    }
    RequestFields days =
        new RequestFields().text("from", from.toString()).text("until", until.toString());
    RequestFields wanted = new RequestFields().object("dateRange", days);
    if (!storeIds.isEmpty()) {
      wanted.object("filter", new RequestFields().texts("storeIds", storeIds));
    }
    return calls.object(
        HttpRequest.safe(
                "VAT report of " + what, "GET", "payment-reconciliations", what, "vat-report")
            .query("requestBody", wanted),
        PortOneVatReport::new);
  }
}
