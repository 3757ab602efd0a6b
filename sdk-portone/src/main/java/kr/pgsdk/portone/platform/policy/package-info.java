/** Policies: who bears a discount, and what is taken of a sale besides the platform's fee. */
package kr.pgsdk.portone.platform.policy;
