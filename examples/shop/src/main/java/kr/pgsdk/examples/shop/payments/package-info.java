/** What the shop tells the payments, and what they tell the shop. */
@NullMarked
package kr.pgsdk.examples.shop.payments;

import org.jspecify.annotations.NullMarked;
