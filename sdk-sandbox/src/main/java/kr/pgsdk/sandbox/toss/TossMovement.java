package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did.
 *
 * @param status the payment's status after it
 * @param amount how much money moved; 0 if an account was issued
 * @param cancel the cancel that sent it back; null if the buyer paid
 */
record TossMovement(
    String transactionKey,
    TossPayment.Status status,
    BigDecimal amount,
    Instant at,
    @Nullable TossCancellation cancel) {}
