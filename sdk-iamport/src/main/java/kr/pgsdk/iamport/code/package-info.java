/** The standard codes of banks and card companies. */
package kr.pgsdk.iamport.code;
