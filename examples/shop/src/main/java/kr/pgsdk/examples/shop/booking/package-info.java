/** Seats at a gathering, for a deposit. */
@NullMarked
package kr.pgsdk.examples.shop.booking;

import org.jspecify.annotations.NullMarked;
