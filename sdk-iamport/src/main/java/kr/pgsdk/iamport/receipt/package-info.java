/** Cash receipts: of payments through Iamport, and of money received elsewhere. */
package kr.pgsdk.iamport.receipt;
