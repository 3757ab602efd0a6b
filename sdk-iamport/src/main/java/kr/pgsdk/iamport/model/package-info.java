/** The objects of Iamport's REST API, and how its payment becomes a {@code Payment} of core. */
package kr.pgsdk.iamport.model;
