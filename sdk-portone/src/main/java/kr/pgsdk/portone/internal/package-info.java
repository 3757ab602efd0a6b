/** Sending PortOne's requests and opening its responses, for every feature of this module. */
package kr.pgsdk.portone.internal;
