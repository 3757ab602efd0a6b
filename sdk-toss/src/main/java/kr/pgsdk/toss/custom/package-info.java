/** Requests and responses whose fields aren't confirmed: the caller names and reads them. */
package kr.pgsdk.toss.custom;
