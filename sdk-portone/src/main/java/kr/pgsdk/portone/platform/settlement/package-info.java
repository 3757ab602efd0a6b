/** Settlements: what a partner gets for a day, of one kind of transfer. */
package kr.pgsdk.portone.platform.settlement;
