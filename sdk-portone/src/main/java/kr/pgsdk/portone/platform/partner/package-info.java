/** Partners: whom a platform pays for what was sold in their name. */
package kr.pgsdk.portone.platform.partner;
