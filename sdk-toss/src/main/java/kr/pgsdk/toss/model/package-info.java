/** Toss's objects, field by field, and what the contract makes of a payment. */
package kr.pgsdk.toss.model;
