/** What stands on the shelf, and the cart. */
@NullMarked
package kr.pgsdk.examples.shop.goods;

import org.jspecify.annotations.NullMarked;
