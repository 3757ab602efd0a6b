/**
 * Payments that outlive the process: what is intended, observed and delivered stands in the shop's
 * database.
 */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.durable;
