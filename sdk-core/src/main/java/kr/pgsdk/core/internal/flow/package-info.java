/** The decisions of confirm and cancel: what is sent, and what an answer or a payment proves. */
package kr.pgsdk.core.internal.flow;
