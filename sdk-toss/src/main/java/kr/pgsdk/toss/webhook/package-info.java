/** What comes in from Toss unasked, or through the buyer's browser: untrusted until verified. */
package kr.pgsdk.toss.webhook;
