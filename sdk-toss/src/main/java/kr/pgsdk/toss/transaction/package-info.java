/** Every capture and cancel of a merchant, one row each, for accounting. */
package kr.pgsdk.toss.transaction;
