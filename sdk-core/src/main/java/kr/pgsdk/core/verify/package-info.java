/** Whether a payment is the expected one: pure Java, no I/O. */
@NullMarked
package kr.pgsdk.core.verify;

import org.jspecify.annotations.NullMarked;
