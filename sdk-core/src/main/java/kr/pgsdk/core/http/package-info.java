/** The settings of HTTP, and the listener that gets the events of calls and attempts. */
@NullMarked
package kr.pgsdk.core.http;

import org.jspecify.annotations.NullMarked;
