// Import paths of names and attribute chains, and imports by their paths.
#include <algorithm>

#include "lint/ast/names.h"
#include "lint/semantic/semantic.h"

namespace lint::semantic {
namespace {

const QualifiedName kNothing;

// "..", "a", "b" in the module {"pkg", "sub", "mod"}: pkg.a.b.  False: beyond the top.
bool push_relative(QualifiedName& name, std::span<const std::string> module,
                   const QualifiedName& imported) {
  const std::size_t dots = imported.front().size();
  if (dots > module.size()) return false;
  for (const std::string& segment : module.first(module.size() - dots)) {
    if (!name.push(segment)) return false;
  }
  for (std::string_view segment : imported.segments().subspan(1)) {
    if (!name.push(segment)) return false;
  }
  return true;
}

bool push_all(QualifiedName& name, std::span<const std::string_view> segments) {
  return std::ranges::all_of(segments,
                             [&](std::string_view segment) { return name.push(segment); });
}

// What stands in front of the attributes; false: nothing is known.
bool push_head(QualifiedName& name, const Binding& binding, const SemanticOptions& options) {
  switch (binding.kind) {
    case BindingKind::Import:
      return push_all(name, binding.imported->qualified.segments());
    case BindingKind::SubmoduleImport:
      return name.push(binding.imported->qualified.front());
    case BindingKind::FromImport:
      if (!binding.imported->qualified.front().starts_with('.')) {
        return push_all(name, binding.imported->qualified.segments());
      }
      return !options.module_path.empty() &&
             push_relative(name, options.module_path, binding.imported->qualified);
    case BindingKind::Builtin:
      return name.push("builtins") && name.push(binding.name.text());
    case BindingKind::Class:
    case BindingKind::Function:
      if (options.module_path.empty()) {
        return !options.module_name.empty() && name.push(options.module_name) &&
               name.push(binding.name.text());
      }
      for (const std::string& segment : options.module_path) {
        if (!name.push(segment)) return false;
      }
      return name.push(binding.name.text());
    default:
      return false;
  }
}

}  // namespace

bool push_attributes(QualifiedName& name, const ast::Expr& expr) {
  const auto* attribute = ast::as<ast::ExprAttribute>(expr);
  if (attribute == nullptr) return true;
  return push_attributes(name, *attribute->value) && name.push(attribute->attr.text());
}

QualifiedName Semantic::resolve_qualified_name(const ast::Expr& expr,
                                               const ast::ExprName& head) const {
  QualifiedName name;
  const BindingId resolved = resolve_name(head);
  const Symbol symbol = resolved != BindingId::None
                            ? Symbol{Symbol::Kind::Bound, resolved}
                            : find_symbol_in(head.id, scope_, flags_.in_forward_reference());
  bool is_known = false;
  if (symbol.kind == Symbol::Kind::Builtin) {
    is_known = name.push("builtins") && name.push(head.id.text());
  } else if (symbol.is_bound()) {
    is_known = push_head(name, binding(symbol.binding), options_);
  }
  return is_known && push_attributes(name, expr) ? name : kNothing;
}

const QualifiedName& Semantic::qualified_name(const ast::Expr& expr) const {
  const ast::ExprName* head = ast::root_name(expr);
  if (head == nullptr) return kNothing;
  const BindingId resolved = resolve_name(*head);
  // What a name that was not visited means depends on the place that asks.
  if (resolved == BindingId::None) {
    const QualifiedName name = resolve_qualified_name(expr, *head);
    return name ? *parsed_.arena().make<QualifiedName>(name) : kNothing;
  }
  switch (binding(resolved).kind) {
    case BindingKind::Import:
    case BindingKind::SubmoduleImport:
    case BindingKind::FromImport:
    case BindingKind::Builtin:
    case BindingKind::Class:
    case BindingKind::Function:
      break;
    default:
      return kNothing;
  }
  if (index_of_node(expr) >= qualified_names_.size()) qualified_names_.resize(nodes_.size());
  const QualifiedName*& cached = qualified_names_[index_of_node(expr)];
  if (cached == nullptr) {
    const QualifiedName name = resolve_qualified_name(expr, *head);
    cached = name ? parsed_.arena().make<QualifiedName>(name) : &kNothing;
  }
  return *cached;
}

bool Semantic::is_typing_name(const QualifiedName& name, std::string_view member) const {
  if (!name || name.back() != member) return false;
  if (name.size() == 2 && (name.front() == "typing" || name.front() == "_typeshed" ||
                           name.front() == "typing_extensions")) {
    return true;
  }
  return std::ranges::any_of(options_.typing_modules, [&](const std::string& module) {
    QualifiedName wanted(module);
    return wanted.push(member) && name == wanted;
  });
}

bool Semantic::is_typing_member(const ast::Expr& expr, std::string_view member) const {
  return seen_typing() && is_typing_name(qualified_name(expr), member);
}

namespace {

// How `module.member` is written by means of the binding; empty: it cannot be.
std::string spelling(const Binding& binding, const QualifiedName& module, std::string_view path,
                     std::string_view member) {
  if (!binding.is_import() || binding.source == nullptr) return {};
  const QualifiedName& imported = binding.imported->qualified;
  const auto with_member = [&](std::string_view prefix) {
    return std::string(prefix) + '.' + std::string(member);
  };
  switch (binding.kind) {
    case BindingKind::Import:
      return imported == module ? with_member(binding.name.text()) : std::string();
    case BindingKind::FromImport:
      return imported.back() == member &&
                     std::ranges::equal(binding.imported->module(), module.segments())
                 ? std::string(binding.name.text())
                 : std::string();
    default:
      return imported.size() >= module.size() &&
                     std::ranges::equal(imported.segments().first(module.size()), module.segments())
                 ? with_member(path)
                 : std::string();
  }
}

}  // namespace

std::optional<Semantic::ImportedSymbol> Semantic::imported_symbol(std::string_view module,
                                                                  std::string_view member) const {
  const QualifiedName path(module);
  for (const Scope* at = &scope(); at != nullptr; at = parent_scope(*at)) {
    std::optional<ImportedSymbol> best;
    for (const Scope::Entry& entry : at->bindings()) {
      const Binding& candidate = binding(entry.binding);
      std::string name = spelling(candidate, path, module, member);
      if (name.empty()) continue;
      // An inner scope may hide it.
      bool is_hidden = false;
      for (const Scope* inner = &scope(); inner != at; inner = parent_scope(*inner)) {
        is_hidden = is_hidden || inner->has(entry.name);
      }
      const TextRange range = candidate.source->range;
      if (is_hidden || (best && best->range.start >= range.start)) continue;
      best = {std::move(name), entry.binding, range, candidate.context};
    }
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace lint::semantic
