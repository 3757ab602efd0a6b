package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a store in memory; rows are immutable, so a copy of the maps is a snapshot. */
final class MemoryTables {
  final Map<String, OrderRow> orders;
  final Map<PaymentKey, PaymentRow> payments;
  final Map<String, RefundRow> refunds;
  final Map<CancelKey, CancelRow> cancels;
  final Map<WorkKey, LeasedWork> work;
  final List<EventRow> events;
  final Map<String, Instant> seen;
  final Map<String, String> fingerprints;
  final Map<String, TokenRow> tokens;

  /** The primary key of a cancel. */
  record CancelKey(PaymentKey payment, String rowKey) {
    static CancelKey of(CancelRow cancel) {
      return new CancelKey(cancel.payment(), cancel.rowKey());
    }
  }

  /** Work, and until when it is leased, in epoch milliseconds. */
  record LeasedWork(WorkRow row, long leaseUntil) {}

  MemoryTables() {
    this.orders = new LinkedHashMap<>();
    this.payments = new LinkedHashMap<>();
    this.refunds = new LinkedHashMap<>();
    this.cancels = new LinkedHashMap<>();
    this.work = new LinkedHashMap<>();
    this.events = new ArrayList<>();
    this.seen = new HashMap<>();
    this.fingerprints = new LinkedHashMap<>();
    this.tokens = new LinkedHashMap<>();
  }

  private MemoryTables(MemoryTables other) {
    this.orders = new LinkedHashMap<>(other.orders);
    this.payments = new LinkedHashMap<>(other.payments);
    this.refunds = new LinkedHashMap<>(other.refunds);
    this.cancels = new LinkedHashMap<>(other.cancels);
    this.work = new LinkedHashMap<>(other.work);
    this.events = new ArrayList<>(other.events);
    this.seen = new HashMap<>(other.seen);
    this.fingerprints = new LinkedHashMap<>(other.fingerprints);
    this.tokens = new LinkedHashMap<>(other.tokens);
  }

  MemoryTables copy() {
    return new MemoryTables(this);
  }
}
