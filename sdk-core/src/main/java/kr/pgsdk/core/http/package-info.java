/** What a user may set about HTTP. */
package kr.pgsdk.core.http;
