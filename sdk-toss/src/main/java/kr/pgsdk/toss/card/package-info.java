/** Card payments with the card's data, for merchants that have a contract for it. */
package kr.pgsdk.toss.card;
