/** The contract every gateway keeps, and the values that pass through it. */
@NullMarked
package kr.pgsdk.core;

import org.jspecify.annotations.NullMarked;
