/** Billing keys: issuing, looking up, deleting. */
package kr.pgsdk.portone.billing;
