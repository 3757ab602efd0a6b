package kr.pgsdk.sandbox.portone;

/** Why an attempt failed. */
record PortOneFailure(String reason, String pgCode, String pgMessage) {}
