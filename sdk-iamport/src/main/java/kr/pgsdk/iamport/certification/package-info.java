/** Identity verification: results, and verification by a one-time number. */
package kr.pgsdk.iamport.certification;
