/** Partner settlement: paying those in whose name a platform sells. */
package kr.pgsdk.portone.platform;
