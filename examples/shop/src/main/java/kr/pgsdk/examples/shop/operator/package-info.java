/** What the shop's people see and do. */
@NullMarked
package kr.pgsdk.examples.shop.operator;

import org.jspecify.annotations.NullMarked;
