/**
 * The back door of the contract: what the SDK must reach in a user's types and a user must not. It
 * counts as one room with the contract, since each needs the other.
 */
package kr.pgsdk.core.internal.access;
