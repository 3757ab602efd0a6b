/** What every page has: language, amounts, doors and plain errors. */
@NullMarked
package kr.pgsdk.examples.shop.pages;

import org.jspecify.annotations.NullMarked;
