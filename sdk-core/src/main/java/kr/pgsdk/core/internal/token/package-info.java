/** The cache of tokens, and the store that several processes share. */
@NullMarked
package kr.pgsdk.core.internal.token;

import org.jspecify.annotations.NullMarked;
