#include "lint/registry/redirects.h"

#include <doctest/doctest.h>

#include "lint/registry/codes.h"

namespace lint {

TEST_CASE("redirects lead to codes of today in one step") {
  for (const Redirect& redirect : redirects()) {
    CHECK_FALSE(find_redirect(redirect.to));
    const std::optional<RuleId> old = find_rule_by_code(redirect.from);
    if (old) CHECK(row_of(*old).status == RuleStatus::Removed);
    // UP016 is gone altogether; its redirect is not.
    if (redirect.to != "UP016") {
      CHECK_MESSAGE(!rules_with_prefix(redirect.to).empty(), redirect.from);
    }
  }
}

TEST_CASE("old codes find their rules") {
  CHECK(follow_redirect("TCH") == "TC");
  CHECK(follow_redirect("TC") == "TC");
  CHECK(follow_redirect("TCH0") == "TCH0");
  CHECK(find_rule_by_any_code("TCH001") == codes::TC001);
  CHECK(find_rule_by_any_code("TC001") == codes::TC001);
  CHECK(find_rule_by_any_code("PGH001") == codes::S307);
  CHECK_FALSE(find_rule_by_any_code("TCH"));
  CHECK_FALSE(find_rule_by_any_code("U016"));
}

}  // namespace lint
