/** Sending, strict JSON and redaction, for the gateway modules only. */
package kr.pgsdk.core.internal;
