/** PortOne's objects and codes. */
package kr.pgsdk.portone.model;
