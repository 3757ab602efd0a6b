/** What can go wrong, and what the caller may do about it. */
package kr.pgsdk.core.error;
