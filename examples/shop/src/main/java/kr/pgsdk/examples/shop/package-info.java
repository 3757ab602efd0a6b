/** A tea house that sells goods, points and seats, and is paid through the SDK. */
@NullMarked
package kr.pgsdk.examples.shop;

import org.jspecify.annotations.NullMarked;
