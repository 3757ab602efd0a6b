package kr.pgsdk.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the shop refunds automatically.
 *
 * @param duplicates whether a second payment of an order is refunded automatically; otherwise it is
 *     only reported
 * @param paidAfterClose whether money for a closed order is refunded automatically; otherwise it is
 *     only reported
 */
@ConfigurationProperties("pgsdk.refunds")
record RefundProperties(
    @DefaultValue("false") boolean duplicates, @DefaultValue("false") boolean paidAfterClose) {}
