/** Sub-merchants' lines on a payment's receipt. */
package kr.pgsdk.iamport.partner;
