/** PortOne's webhooks and redirects, read strictly. */
package kr.pgsdk.portone.webhook;
