/**
 * The five verbs as futures. An executor that the caller gives runs them.
 *
 * @see kr.pgsdk.core.async.AsyncPaymentGateway
 */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.core.async;
