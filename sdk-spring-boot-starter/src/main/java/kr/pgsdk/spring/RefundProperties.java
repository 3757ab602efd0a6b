package kr.pgsdk.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is refunded without being asked for.
 *
 * @param duplicates whether a second payment of an order is refunded by itself; else it is reported
 * @param paidAfterClose whether money for a closed order is refunded by itself; else it is reported
 */
@ConfigurationProperties("pgsdk.refunds")
record RefundProperties(
    @DefaultValue("false") boolean duplicates, @DefaultValue("false") boolean paidAfterClose) {}
