/** Billing keys: a customer's card or account, stored at Toss, to be charged again and again. */
package kr.pgsdk.toss.billing;
