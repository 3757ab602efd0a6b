/** The exceptions: what went wrong, and what the caller may do now. */
@NullMarked
package kr.pgsdk.core.error;

import org.jspecify.annotations.NullMarked;
