#include "lint/diag/diagnostic.h"

#include <algorithm>
#include <utility>

namespace lint {

Fix Fix::of(Applicability applicability, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.range < b.range; });
  return Fix{.edits = std::move(edits), .applicability = applicability};
}

Fix Fix::safe(Edit edit) {
  return Fix{.edits = {std::move(edit)}, .applicability = Applicability::Safe};
}

Fix Fix::unsafe(Edit edit) {
  return Fix{.edits = {std::move(edit)}, .applicability = Applicability::Unsafe};
}

Fix Fix::display_only(Edit edit) {
  return Fix{.edits = {std::move(edit)}, .applicability = Applicability::DisplayOnly};
}

void sort_by_start(std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) { return d.range.start; });
}

}  // namespace lint
