/** Credentials of the next request, cached and shared. */
package kr.pgsdk.core.auth;
