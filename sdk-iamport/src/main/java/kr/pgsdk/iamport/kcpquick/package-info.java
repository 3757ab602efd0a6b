/** KCP's quickpay: members, prepaid money and automatic payments. */
package kr.pgsdk.iamport.kcpquick;
