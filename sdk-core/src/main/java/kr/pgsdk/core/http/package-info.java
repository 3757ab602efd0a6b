/** What a user may set about HTTP. */
@NullMarked
package kr.pgsdk.core.http;

import org.jspecify.annotations.NullMarked;
