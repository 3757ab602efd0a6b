/** The token that a request carries, and the store through which processes share it. */
@NullMarked
package kr.pgsdk.core.auth;

import org.jspecify.annotations.NullMarked;
