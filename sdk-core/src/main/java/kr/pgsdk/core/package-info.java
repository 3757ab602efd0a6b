/**
 * The contract every gateway keeps, and the values that pass through it.
 *
 * <p>What says where money is survives Java serialization: ids, {@code Money}, {@code
 * PaymentStatus}, {@code PaymentLookup}, {@code Mismatch}, {@code Refusal}, {@code Payment} with
 * its parts, {@code Transaction}, the outcomes of confirm and cancel, {@code CancelRequest}, {@code
 * Verification}, and every exception with what it carries. What is read goes through the value's
 * factory. The stream holds what the object holds, in clear: a payment its virtual account and
 * webhook secret, a cancel request its refund account. Requests, settings, credentials, billing
 * keys and card data are not serializable; gateways' own objects have {@code toJson()}.
 */
@NullMarked
package kr.pgsdk.core;

import org.jspecify.annotations.NullMarked;
