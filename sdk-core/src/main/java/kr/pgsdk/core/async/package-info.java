/**
 * The five verbs without waiting for them: on threads of an executor of the caller's.
 *
 * @see kr.pgsdk.core.async.AsyncPaymentGateway
 */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.core.async;
