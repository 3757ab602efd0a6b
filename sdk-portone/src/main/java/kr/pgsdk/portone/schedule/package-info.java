/** Payments that PortOne makes with a billing key at a time. */
package kr.pgsdk.portone.schedule;
