/**
 * The contract that every gateway keeps, and its requests, outcomes and values.
 *
 * <p>All values that say where money is are serializable: ids, {@code Money}, {@code
 * PaymentStatus}, {@code PaymentLookup}, {@code Mismatch}, {@code Refusal}, {@code Payment} with
 * its parts, {@code Transaction}, the outcomes of confirm and cancel, {@code CancelRequest}, {@code
 * Verification}, and every exception with what it carries. A value that is read passes the checks
 * of its factory. The stream isn't encrypted: it shows the virtual account and webhook secret of a
 * payment, and the refund account of a cancel request. Other requests, settings, credentials,
 * billing keys and card data are not serializable; gateways' own objects have {@code toJson()}.
 */
@NullMarked
package kr.pgsdk.core;

import org.jspecify.annotations.NullMarked;
