/** The objects of Toss's REST API, and how its payment becomes a {@code Payment} of core. */
package kr.pgsdk.toss.model;
