/** The hosted checkout. */
package kr.pgsdk.portone.session;
