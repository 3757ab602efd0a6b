/**
 * What comes in from outside without being asked for: webhooks, and what the buyer's browser
 * brings. Anyone can send either, so nothing read here is a payment: it names one, and the gateway
 * is asked.
 *
 * <p>A request that can't be read, or isn't who it says it is, is a {@link
 * kr.pgsdk.core.webhook.RejectedRequestException} with the HTTP status to answer.
 */
@NullMarked
package kr.pgsdk.core.webhook;

import org.jspecify.annotations.NullMarked;
