package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;

/** A gateway for each test of cancels: like Toss, unless the test asks for another. */
abstract class CancelSetUp {
  CancelCalls calls = new CancelCalls(Like.TOSS);
  FakeCancelSteps gateway = calls.gateway;

  /** Goes on at a new gateway. */
  void on(Like like) {
    calls = new CancelCalls(like);
    gateway = calls.gateway;
  }
}
