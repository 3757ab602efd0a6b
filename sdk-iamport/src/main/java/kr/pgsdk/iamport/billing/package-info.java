/** Billing keys, and payments by them or by card data. */
package kr.pgsdk.iamport.billing;
