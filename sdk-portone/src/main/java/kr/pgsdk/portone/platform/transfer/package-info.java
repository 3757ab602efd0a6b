/** Transfers: what a partner is to get of one sale, or gives back of one cancel. */
package kr.pgsdk.portone.platform.transfer;
