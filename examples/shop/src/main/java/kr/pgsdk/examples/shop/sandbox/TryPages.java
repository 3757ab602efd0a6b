package kr.pgsdk.examples.shop.sandbox;

import java.util.List;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.sandbox.Sandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What one can try where no money moves. */
@Controller
class TryPages {
  private static final List<String> THINGS =
      List.of(
          "pay",
          "account",
          "mind",
          "refused",
          "slow",
          "left",
          "tampered",
          "lost",
          "twice",
          "late",
          "mixed",
          "seats",
          "part");

  private final ObjectProvider<Sandbox> sandbox;

  TryPages(ObjectProvider<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  @GetMapping("/try")
  String list(Model model) {
    Sandbox here = sandbox.getIfAvailable();
    if (here == null) {
      throw Problem.NOT_FOUND.toException();
    }
    model.addAttribute("things", THINGS);
    model.addAttribute("bank", here.bankUrl());
    return "try";
  }
}
