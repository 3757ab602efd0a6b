/** What an operator sees: health, the endpoint {@code pgsdk}, metrics and observations. */
@NullMarked
package kr.pgsdk.spring.actuate;

import org.jspecify.annotations.NullMarked;
