/** Reports of value added tax. */
package kr.pgsdk.portone.reconciliation;
