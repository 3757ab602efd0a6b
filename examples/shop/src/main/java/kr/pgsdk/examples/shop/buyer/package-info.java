/** Who the buyer is: a browser with a secret cookie. */
@NullMarked
package kr.pgsdk.examples.shop.buyer;

import org.jspecify.annotations.NullMarked;
