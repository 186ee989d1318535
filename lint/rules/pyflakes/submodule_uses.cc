#include "lint/rules/pyflakes/submodule_uses.h"

#include <algorithm>
#include <utility>

namespace lint::pyflakes {

namespace {

class SubmoduleUses {
 public:
  SubmoduleUses(const semantic::Semantic& semantic, semantic::BindingId latest)
      : semantic_(semantic) {
    for (semantic::BindingId id = latest; id != semantic::BindingId::None;
         id = semantic.binding(id).shadowed) {
      imports_.push_back(&semantic.binding(id));
    }
    is_used_.resize(imports_.size());
  }

  // Every use is of a name that stands alone or is the head of attributes.
  // False: some is not, nothing can be said.
  bool mark() {
    for (const semantic::ReferenceId id : semantic_.references_of(*imports_.front())) {
      const semantic::Reference& reference = semantic_.reference(id);
      semantic::QualifiedName used;
      if (reference.flags.has(semantic::Flag::DunderAllDefinition)) {
        used.push(imports_.front()->imported->qualified.front());
      } else {
        const auto* name = ast::as<ast::ExprName>(reference.node);
        if (name == nullptr) return false;
        used = with_attributes(*name);
      }
      mark_best(used);
    }
    return true;
  }

  std::vector<const semantic::Binding*> unused() const {
    std::vector<const semantic::Binding*> result;
    for (std::size_t i = 0; i < imports_.size(); ++i) {
      if (!is_used_[i]) result.push_back(imports_[i]);
    }
    return result;
  }

 private:
  semantic::QualifiedName with_attributes(const ast::ExprName& name) const {
    semantic::QualifiedName result;
    result.push(name.id.text());
    const ast::Expr* around = semantic_.parent_expression(&name);
    while (const auto* attribute = ast::as<ast::ExprAttribute>(around)) {
      if (!result.push(attribute->attr.text())) break;
      around = semantic_.parent_expression(attribute);
    }
    return result;
  }

  // Common segments; among equals, fewer segments.
  static std::pair<std::size_t, std::size_t> rank(const semantic::QualifiedName& import,
                                                  const semantic::QualifiedName& used) {
    const auto a = import.segments();
    const auto b = used.segments();
    const auto end = std::ranges::mismatch(a, b).in1;
    return {static_cast<std::size_t>(end - a.begin()),
            semantic::QualifiedName::kMaxSegments - import.size()};
  }

  void mark_best(const semantic::QualifiedName& used) {
    const semantic::Binding* best = imports_.front();
    for (const semantic::Binding* import : imports_) {
      if (rank(import->imported->qualified, used) >= rank(best->imported->qualified, used)) {
        best = import;
      }
    }
    for (std::size_t i = 0; i < imports_.size(); ++i) {
      if (imports_[i]->imported->qualified == best->imported->qualified) is_used_[i] = true;
    }
  }

  const semantic::Semantic& semantic_;
  std::vector<const semantic::Binding*> imports_;  // Latest first.
  std::vector<bool> is_used_;
};

}  // namespace

bool are_plain_imports(const semantic::Semantic& semantic, semantic::BindingId latest) {
  const semantic::Binding& last = semantic.binding(latest);
  for (semantic::BindingId id = latest; id != semantic::BindingId::None;
       id = semantic.binding(id).shadowed) {
    const semantic::Binding& import = semantic.binding(id);
    if (id != latest && import.is_used()) return false;
    if (import.source == nullptr || !semantic.dominates(*import.source, *last.source)) return false;
    if (import.kind != semantic::BindingKind::Import &&
        import.kind != semantic::BindingKind::SubmoduleImport) {
      return false;
    }
    if (import.has(semantic::BindingFlag::Alias)) return false;
  }
  return true;
}

std::vector<const semantic::Binding*> unused_submodules(const semantic::Semantic& semantic,
                                                        semantic::BindingId latest) {
  SubmoduleUses uses(semantic, latest);
  if (uses.mark()) return uses.unused();
  return {&semantic.binding(latest)};
}

}  // namespace lint::pyflakes
