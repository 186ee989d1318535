#include "lint/check/walk.h"

namespace lint {
namespace {

constexpr PythonVersion kDefersAnnotations{3, 14};

using enum config::RuntimeEvaluation;
using RuntimeReaderMap = config::NameMap<config::RuntimeEvaluation>;

const RuntimeReaderMap& reading_classes(const Checker& checker) {
  return checker.settings().flake8_type_checking.runtime_evaluated_base_classes;
}

const RuntimeReaderMap& reading_decorators(const Checker& checker) {
  return checker.settings().flake8_type_checking.runtime_evaluated_decorators;
}

std::vector<std::string> names_of(const RuntimeReaderMap& map, config::RuntimeEvaluation kind) {
  std::vector<std::string> names;
  for (const auto& [name, evaluation] : map) {
    if (evaluation == kind) names.push_back(name);
  }
  return names;
}

}  // namespace

Walk::Walk(Checker& checker, const HookTable& hooks, semantic::Semantic& semantic)
    : checker_(checker),
      hooks_(hooks),
      model_(semantic),
      semantic_(semantic),
      syntax_context_(checker, hooks),
      syntax_(syntax_context_),
      reader_names_{names_of(reading_classes(checker), Required),
                    names_of(reading_decorators(checker), Required),
                    names_of(reading_classes(checker), Ambiguous),
                    names_of(reading_decorators(checker), Ambiguous)},
      requirements_{.required = {reader_names_[0], reader_names_[1]},
                    .ambiguous = {reader_names_[2], reader_names_[3]}},
      is_stub_(checker.is_stub()),
      defers_annotations_(checker.target_version() >= kDefersAnnotations),
      has_call_hooks_(hooks.has_calls()),
      has_debug_(checker.parsed().find_name("__debug__").is_set()),
      locals_(checker.parsed().find_name("locals")) {
  for (std::size_t kind = 0; kind < ast::kKindCount; ++kind) {
    has_hooks_[kind] = !hooks.nodes(static_cast<ast::Kind>(kind)).empty() ||
                       !hooks.deferred(static_cast<ast::Kind>(kind)).empty();
  }
}

std::vector<Diagnostic> Walk::run() {
  const ast::ModModule& module = checker_.parsed().module();
  model_.declare_globals_of(module.body);
  fire(module);
  visit_body(module.body, module);
  visit_deferred();
  model_.resolve_exports();
  model_.finish_definitions();
  finish();
  return syntax_context_.take_errors();
}

void Walk::run_hooks(const ast::Node& node) {
  for (HookTable::Run hook : hooks_.nodes(node.kind)) hook(checker_, &node);
  if (!hooks_.deferred(node.kind).empty()) deferred_nodes_.push_back({&node, model_.place()});
}

void Walk::run_hooks_of_call(const ast::ExprCall& call) {
  const semantic::QualifiedName& name = semantic_.qualified_name(*call.func);
  std::span<const HookTable::CallHook> hooks;
  if (name) hooks = hooks_.calls(name.hash());
  if (hooks.empty()) return fire(call);
  const auto run = [&](const HookTable::CallHook& hook) {
    const NamedCall subject{call, name, hook.row};
    if (name.is(hook.name)) hook.run(checker_, &subject);
  };
  const std::span<const HookTable::Run> nodes = hooks_.nodes(ast::Kind::ExprCall);
  std::size_t next = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; next < hooks.size() && hooks[next].rank < hooks_.call_ranks()[i]; ++next) {
      run(hooks[next]);
    }
    nodes[i](checker_, &call);
  }
  for (; next < hooks.size(); ++next) run(hooks[next]);
  if (!hooks_.deferred(call.kind).empty()) deferred_nodes_.push_back({&call, model_.place()});
}

void Walk::run_deferred_hooks(bool of_with_statements) {
  const Place here = model_.place();
  for (const DeferredNode& deferred : deferred_nodes_) {
    if ((deferred.node->kind == ast::Kind::StmtWith) != of_with_statements) continue;
    model_.go_to(deferred.place);
    for (HookTable::Run hook : hooks_.deferred(deferred.node->kind)) hook(checker_, deferred.node);
  }
  model_.go_to(here);
}

void Walk::finish() {
  run_deferred_hooks(false);
  if (!hooks_.at(HookPoint::Definition).empty()) {
    for (const semantic::Definition& definition : semantic_.definitions()) {
      run_hooks_at(HookPoint::Definition, definition);
    }
  }
  if (!hooks_.at(HookPoint::Binding).empty()) {
    for (const semantic::Binding& binding : semantic_.bindings()) {
      run_hooks_at(HookPoint::Binding, binding);
    }
  }
  if (!hooks_.at(HookPoint::Unresolved).empty()) {
    for (const semantic::UnresolvedReference& reference : semantic_.unresolved_references()) {
      run_hooks_at(HookPoint::Unresolved, reference);
    }
  }
  run_deferred_hooks(true);
  if (hooks_.at(HookPoint::Scope).empty()) return;
  left_scopes_.push_back(semantic::ScopeId::Module);
  for (std::size_t i = left_scopes_.size(); i-- > 0;) {
    run_hooks_at(HookPoint::Scope, semantic_.scope(left_scopes_[i]));
  }
}

std::vector<Diagnostic> walk(Checker& checker, semantic::Semantic& semantic,
                             const HookTable& hooks) {
  return Walk(checker, hooks, semantic).run();
}

}  // namespace lint
