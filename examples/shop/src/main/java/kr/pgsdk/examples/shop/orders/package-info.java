/** Orders of every kind, from the checkout to their end. */
@NullMarked
package kr.pgsdk.examples.shop.orders;

import org.jspecify.annotations.NullMarked;
