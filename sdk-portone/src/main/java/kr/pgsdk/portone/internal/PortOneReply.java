package kr.pgsdk.portone.internal;

import kr.pgsdk.portone.model.PortOnePaymentSummary;

/**
 * What PortOne answered to a confirm or a charge.
 *
 * @param replayed whether it can be an old response, given again for the same key: whether a replay
 *     is marked isn't documented
 * @param followsDoubt whether the same call had sent the request before, and may have had it done
 */
public record PortOneReply(PortOnePaymentSummary payment, boolean replayed, boolean followsDoubt) {}
