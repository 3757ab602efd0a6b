/** Real databases for tests. */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.durable.database;
