package kr.pgsdk.durable.store;

/** A payment at one account: another merchant's gateway may give the same number. */
public record PaymentKey(String account, String paymentId) {}
