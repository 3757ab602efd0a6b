/** Virtual accounts: issued, changed and revoked by the server. */
package kr.pgsdk.iamport.virtualaccount;
