/** Payments in lists, searches for them, and amounts registered in advance. */
package kr.pgsdk.iamport.payment;
