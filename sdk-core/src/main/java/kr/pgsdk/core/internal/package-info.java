/** Sending and redaction, for the gateway modules only. */
@NullMarked
package kr.pgsdk.core.internal;

import org.jspecify.annotations.NullMarked;
