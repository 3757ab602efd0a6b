/** The decisions of confirm and cancel: what is sent, and what a response or a payment proves. */
package kr.pgsdk.core.internal.flow;
