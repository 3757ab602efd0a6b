package kr.pgsdk.core.internal.flow;

/** What is under way, shared by all gateway objects of one merchant that came from each other. */
public final class OpenWork {
  final ClaimedRows claims = new ClaimedRows();
  final OpenConfirms confirms = new OpenConfirms();
  final OpenCharges charges = new OpenCharges();
}
