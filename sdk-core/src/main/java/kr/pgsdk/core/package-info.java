/** The contract every gateway keeps, and the values that pass through it. */
package kr.pgsdk.core;
