/**
 * The SDK's access to parts of core's public types that users must not reach: the state of a cancel
 * request, the mark of a cancel that was made outside, and the constructors of exceptions. It
 * counts as one room with the contract, since each needs the other.
 */
package kr.pgsdk.core.internal.access;
