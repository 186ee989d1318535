// Any UTF-8 as Python: the walk of a tree without errors ends, and what the
// semantic model says about it is sound.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "common/scan/scan.h"
#include "lint/check/walk_test_support.h"

namespace {

using namespace lint;
using semantic::BindingId;
using semantic::ReferenceId;
using semantic::ScopeId;
using semantic::Semantic;

void check_range(const Semantic& model, TextRange range) {
  CHECK(range.start <= range.end);
  CHECK(range.end <= model.parsed().text().size());
}

void check_scopes(const Semantic& model) {
  for (const semantic::Scope& scope : model.scopes()) {
    CHECK(&model.scope(scope.id) == &scope);
    CHECK((scope.parent == ScopeId::None) == (scope.id == ScopeId::Module));
    CHECK(scope.parent == ScopeId::None || index_of(scope.parent) < index_of(scope.id));
    for (const semantic::Scope::Entry& entry : scope.bindings()) {
      CHECK(scope.get(entry.name) == entry.binding);
      CHECK(model.binding(entry.binding).name == entry.name);
    }
  }
}

void check_bindings(const Semantic& model) {
  for (const semantic::Binding& binding : model.bindings()) {
    const BindingId id = model.id_of(binding);
    check_range(model, binding.range);
    CHECK(binding.shadowed == BindingId::None || index_of(binding.shadowed) < index_of(id));
    CHECK(binding.source == nullptr || model.statement_of(binding) != nullptr ||
          ast::is<ast::Mod>(binding.source));
    for (const ReferenceId reference : model.references_of(binding)) {
      check_range(model, model.reference(reference).range);
    }
    model.shadowed_bindings(id);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The first byte says whether it is a stub and of which version.
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!common::scan::is_valid_utf8(text)) return 0;
  if (!parser::parse(std::string(text)).is_valid()) return 0;
  const auto minor = static_cast<std::uint8_t>(kOldestPython.minor + data[0] / 2 % 9);
  const WalkedFile file(std::string(text), {.is_stub = (data[0] & 1) != 0, .version = {3, minor}});
  check_scopes(file.semantic());
  check_bindings(file.semantic());
  for (const semantic::UnresolvedReference& reference : file.semantic().unresolved_references()) {
    check_range(file.semantic(), reference.range);
  }
  return 0;
}
