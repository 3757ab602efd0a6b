/** Whether a payment is the expected one: pure Java, no I/O. */
package kr.pgsdk.core.verify;
