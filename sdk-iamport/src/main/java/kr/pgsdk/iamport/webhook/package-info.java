/** What comes in from Iamport unasked, or through the buyer's browser: untrusted until verified. */
package kr.pgsdk.iamport.webhook;
