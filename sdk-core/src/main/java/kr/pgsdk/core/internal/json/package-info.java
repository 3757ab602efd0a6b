/** Strict JSON, read and written. Knows neither HTTP nor a gateway. */
@NullMarked
package kr.pgsdk.core.internal.json;

import org.jspecify.annotations.NullMarked;
