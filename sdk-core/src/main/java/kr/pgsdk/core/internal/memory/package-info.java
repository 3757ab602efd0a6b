/** What the SDK remembers of a user's request object between calls, out of the user's reach. */
package kr.pgsdk.core.internal.memory;
