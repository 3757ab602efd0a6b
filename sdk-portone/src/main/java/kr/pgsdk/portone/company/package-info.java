/** What single payment companies and banks have of their own. */
package kr.pgsdk.portone.company;
