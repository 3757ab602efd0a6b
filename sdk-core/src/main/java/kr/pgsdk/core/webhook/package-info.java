/**
 * Webhooks, and what the buyer's browser brings. Anyone can send either, so nothing that is read
 * here proves a payment: a webhook or a return only names a payment, and the SDK asks the gateway
 * about it.
 *
 * <p>A request that can't be read, or that has a wrong sender or signature, causes a {@link
 * kr.pgsdk.core.webhook.RejectedRequestException} with the HTTP status to answer.
 */
@NullMarked
package kr.pgsdk.core.webhook;

import org.jspecify.annotations.NullMarked;
