/** Strict JSON, read and written, and the times in it. Knows neither HTTP nor a gateway. */
@NullMarked
package kr.pgsdk.core.internal.json;

import org.jspecify.annotations.NullMarked;
