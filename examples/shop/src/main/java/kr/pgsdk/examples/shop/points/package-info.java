/** A balance that is charged and spent. */
@NullMarked
package kr.pgsdk.examples.shop.points;

import org.jspecify.annotations.NullMarked;
