package kr.pgsdk.sandbox.wire;

import java.time.Instant;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment of PortOne V1 (Iamport) as PortOne V2 may show it.
 *
 * @param status in V2's words
 * @param cancelled how much went back
 */
public record OlderPayment(
    String impUid,
    String merchantUid,
    String orderName,
    Money amount,
    Money cancelled,
    String status,
    boolean isTest,
    @Nullable Instant paidAt,
    Instant requestedAt,
    Instant changedAt) {}
