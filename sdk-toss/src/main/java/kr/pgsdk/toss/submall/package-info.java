/** Sub-malls of payouts v1, and what is paid out to them. */
package kr.pgsdk.toss.submall;
