/** Rules for texts: what must not be seen, and what may travel in a header. */
@NullMarked
package kr.pgsdk.core.internal.text;

import org.jspecify.annotations.NullMarked;
