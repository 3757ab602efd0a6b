/** Naver Pay: what happens to its orders after they are paid, its reviews, points and receipts. */
package kr.pgsdk.iamport.naverpay;
