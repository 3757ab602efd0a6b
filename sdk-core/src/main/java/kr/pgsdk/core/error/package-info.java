/** What can go wrong, and what the caller may do about it. */
@NullMarked
package kr.pgsdk.core.error;

import org.jspecify.annotations.NullMarked;
