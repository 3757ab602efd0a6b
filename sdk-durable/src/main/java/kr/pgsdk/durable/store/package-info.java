/** Where durable payments are recorded: the shop's database, or memory for tests. */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.durable.store;
