/** The gateways in this process, for a shop without keys. */
@NullMarked
package kr.pgsdk.examples.shop.sandbox;

import org.jspecify.annotations.NullMarked;
