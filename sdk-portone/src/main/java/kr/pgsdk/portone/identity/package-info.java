/** Verifying who a person is. */
package kr.pgsdk.portone.identity;
