/** Scheduled payments by billing keys. */
package kr.pgsdk.iamport.schedule;
