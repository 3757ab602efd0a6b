/** Credentials of the next request, cached and shared. */
@NullMarked
package kr.pgsdk.core.auth;

import org.jspecify.annotations.NullMarked;
