/** Contracts: what a platform keeps of a sale, and when its partners are paid. */
package kr.pgsdk.portone.platform.contract;
