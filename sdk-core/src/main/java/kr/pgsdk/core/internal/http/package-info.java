/** Sending: a request, its credential, its repetitions, and who observes them. */
@NullMarked
package kr.pgsdk.core.internal.http;

import org.jspecify.annotations.NullMarked;
