// How names get their bindings.
#include <algorithm>

#include "lint/semantic/builder.h"
#include "lint/semantic/dunder_all.h"

namespace lint::semantic {
namespace {

constexpr std::uint16_t bit(BindingFlag flag) {
  return static_cast<std::uint16_t>(flag);
}

bool is_unpackable(const ast::Expr* expr) {
  return ast::is<ast::ExprTuple>(expr) || ast::is<ast::ExprList>(expr) ||
         ast::is<ast::ExprSet>(expr);
}

// Is `name` bound by taking a value apart that the statement does not spell out?
bool is_unpacked(const ast::StmtAssign& statement, const ast::ExprName& name) {
  bool all_unpackable = true;
  bool is_inside = false;
  for (const ast::Expr* target : statement.targets) {
    if (!is_unpackable(target)) {
      all_unpackable = false;
    } else if (target->range.contains(name.range)) {
      is_inside = true;
    }
  }
  if (!is_inside && !all_unpackable) return false;
  return !is_unpackable(statement.value) || !all_unpackable;
}

bool is_unpacked(const ast::StmtWith& statement, const ast::ExprName& name) {
  return std::ranges::any_of(statement.items, [&](const ast::WithItem* item) {
    return ast::is<ast::ExprTuple>(item->optional_vars) &&
           item->optional_vars->range.contains(name.range);
  });
}

}  // namespace

BindingId SemanticBuilder::append_binding(ast::Name name, TextRange range, BindingKind kind,
                                          std::uint16_t flags) {
  materialize_builtin(name);
  const auto id = static_cast<BindingId>(model_.bindings_.size());
  Binding& added = model_.bindings_.emplace_back();
  added.name = name;
  added.kind = kind;
  added.context = model_.context();
  added.exceptions = model_.handled_exceptions_;
  added.flags = flags;
  added.scope = model_.scope_;
  added.range = range;
  added.source = model_.node_;
  return id;
}

BindingId SemanticBuilder::materialize_builtin(ast::Name name) {
  if (!is_builtin(name)) return BindingId::None;
  Scope& module = scope(ScopeId::Module);
  if (const BindingId existing = module.get(name); existing != BindingId::None) {
    return binding(existing).kind == BindingKind::Builtin ? existing : BindingId::None;
  }
  const auto id = static_cast<BindingId>(model_.bindings_.size());
  Binding& added = model_.bindings_.emplace_back();
  added.name = name;
  added.kind = BindingKind::Builtin;
  added.context = Context::Runtime;
  added.scope = ScopeId::Module;
  module.add(name, id, arena_);
  return id;
}

void SemanticBuilder::shadow(BindingId id, BindingId shadowed) {
  binding(id).shadowed = shadowed;
}

BindingId SemanticBuilder::find_outer(ast::Name name, ScopeId from) const {
  for (ScopeId at = model_.scope(from).outer_function; at != ScopeId::None;) {
    const Scope& outer = model_.scope(at);
    if (const BindingId found = outer.get(name); found != BindingId::None) return found;
    at = outer.outer_function;
  }
  return BindingId::None;
}

BindingId SemanticBuilder::add_binding(ast::Name name, TextRange range, BindingKind kind,
                                       std::uint16_t flags) {
  // A named expression in a comprehension binds in the scope around the outermost one.
  ScopeId target = model_.scope_;
  if (kind == BindingKind::NamedExprAssignment) {
    while (model_.scope(target).kind == ScopeKind::Generator) target = model_.scope(target).parent;
  }
  if (model_.flags_.has(Flag::ExceptionHandler)) flags |= bit(BindingFlag::InExceptHandler);
  if (model_.flags_.has(Flag::AssertStatement)) flags |= bit(BindingFlag::InAssertStatement);
  if (name.text().starts_with('_')) flags |= bit(BindingFlag::PrivateDeclaration);
  const BindingId id = append_binding(name, range, kind, flags);
  const BindingId existing = scope(target).get(name);
  if (existing == BindingId::None) {
    if (model_.scope(target).parent != ScopeId::None) {
      binding(id).outer_shadowed = find_outer(name, target);
    }
  } else if (kind == BindingKind::Annotation) {
    // What has a value keeps it; the annotation only says something about it.
    model_.delayed_annotations_.push_back({existing, id});
    return id;
  } else {
    const Binding& shadowed = binding(existing);
    if (shadowed.kind != BindingKind::Builtin && shadowed.kind != BindingKind::Deletion &&
        shadowed.kind != BindingKind::UnboundException) {
      Binding& added = binding(id);
      if (shadowed.has(BindingFlag::Global)) added.set(BindingFlag::Global);
      if (shadowed.has(BindingFlag::Nonlocal)) added.set(BindingFlag::Nonlocal);
      added.last_reference = shadowed.last_reference;
    }
  }
  shadow(id, scope(target).add(name, id, arena_));
  return id;
}

void SemanticBuilder::bind_import(const ast::Alias& alias, ast::Name name, BindingKind kind,
                                  const QualifiedName& qualified) {
  std::uint16_t flags = bit(BindingFlag::External);
  if (alias.asname) flags |= bit(BindingFlag::Alias);
  if (alias.asname && alias.asname.name == alias.name.name) {
    flags |= bit(BindingFlag::ExplicitExport);
  }
  const TextRange range = alias.asname ? alias.asname.range : alias.name.range;
  const auto* imported = arena_.make<ImportedName>(qualified, kind == BindingKind::FromImport);
  binding(add_binding(name, range, kind, flags)).imported = imported;
}

void SemanticBuilder::bind_imports(const ast::StmtImport& statement) {
  for (const ast::Alias* alias : statement.names) {
    const std::string_view dotted = alias->name.text();
    add_seen_module(dotted);
    const std::size_t dot = dotted.find('.');
    if (!alias->asname && dot != std::string_view::npos) {
      const ast::Name package = model_.parsed_.intern(dotted.substr(0, dot));
      bind_import(*alias, package, BindingKind::SubmoduleImport, QualifiedName(dotted));
    } else {
      const ast::Name name = alias->asname ? alias->asname.name : alias->name.name;
      bind_import(*alias, name, BindingKind::Import, QualifiedName(dotted));
    }
  }
}

void SemanticBuilder::bind_imports(const ast::StmtImportFrom& statement) {
  static constexpr std::string_view kDots = "................................";
  const std::string_view module = statement.module ? statement.module.text() : std::string_view();
  if (statement.level == 0) add_seen_module(module);
  QualifiedName prefix;
  if (statement.level > 0) prefix.push(kDots.substr(0, statement.level));
  const QualifiedName path(module);
  for (std::string_view segment : path.segments()) prefix.push(segment);
  for (const ast::Alias* alias : statement.names) {
    const ast::Identifier& bound = alias->asname ? alias->asname : alias->name;
    if (!statement.is_lazy && module == "__future__") {
      add_binding(bound.name, bound.range, BindingKind::FutureImport);
    } else if (alias->name == "*") {
      Scope& here = current_scope();
      here.last_star_import = arena_.make<StarImport>(&statement, here.last_star_import);
    } else {
      QualifiedName qualified = prefix;
      qualified.push(alias->name.text());
      bind_import(*alias, bound.name, BindingKind::FromImport, qualified);
    }
  }
}

void SemanticBuilder::bind_globals(const ast::StmtGlobal& statement) {
  if (model_.scope_ == ScopeId::Module) return;
  for (const ast::Identifier& identifier : statement.names) {
    materialize_builtin(identifier.name);
    const BindingId meant = scope(ScopeId::Module).get(identifier.name);
    if (meant != BindingId::None) model_.rebindings_.push_back({meant, model_.scope_});
    const BindingId id = append_binding(identifier.name, identifier.range, BindingKind::Global,
                                        bit(BindingFlag::Global));
    binding(id).target = meant;
    shadow(id, current_scope().add(identifier.name, id, arena_));
  }
}

void SemanticBuilder::bind_nonlocals(const ast::StmtNonlocal& statement) {
  if (model_.scope_ == ScopeId::Module) return;
  for (const ast::Identifier& identifier : statement.names) {
    const BindingId meant = model_.find_nonlocal(identifier.name);
    if (meant == BindingId::None) continue;
    add_reference(meant, identifier.range, model_.scope_);
    model_.rebindings_.push_back({meant, model_.scope_});
    const BindingId id = append_binding(identifier.name, identifier.range, BindingKind::Nonlocal,
                                        bit(BindingFlag::Nonlocal));
    binding(id).target = meant;
    shadow(id, current_scope().add(identifier.name, id, arena_));
  }
}

void SemanticBuilder::bind_definition(const ast::Identifier& name, BindingKind kind,
                                      ScopeId inner_scope) {
  binding(add_binding(name.name, name.range, kind)).inner_scope = inner_scope;
}

bool SemanticBuilder::assigns_dunder_all() const {
  if (model_.scope_ != ScopeId::Module || !dunder_all_.is_set()) return false;
  const ast::Expr* target = nullptr;
  if (const auto* assign = ast::as<ast::StmtAssign>(model_.statement_)) {
    target = assign->targets.front();
  } else if (const auto* augmented = ast::as<ast::StmtAugAssign>(model_.statement_)) {
    target = augmented->target;
  } else if (const auto* annotated = ast::as<ast::StmtAnnAssign>(model_.statement_)) {
    target = annotated->target;
  }
  const auto* name = ast::as<ast::ExprName>(target);
  return name != nullptr && name->id == dunder_all_;
}

void SemanticBuilder::bind_dunder_all(const ast::ExprName& name, std::uint16_t flags) {
  const DunderAll all = extract_dunder_all(*model_.statement_, model_);
  if (all.has_invalid_object) {
    flags |= bit(BindingFlag::InvalidAllObject);
  }
  if (all.has_invalid_format) {
    flags |= bit(BindingFlag::InvalidAllFormat);
  }
  const std::span<const ExportedName> names = all.names;
  const auto* exported =
      arena_.make<ast::ValueList<ExportedName>>(arena_.copy(names), names.size());
  binding(add_binding(name.id, name.range, BindingKind::Export, flags)).exported = exported;
}

// What kind of binding a target of the current statement makes.
BindingKind SemanticBuilder::kind_of_target() const {
  if (model_.flags_.has(Flag::NamedExpressionAssignment)) return BindingKind::NamedExprAssignment;
  switch (model_.statement_->kind) {
    case ast::Kind::StmtAnnAssign:
      return static_cast<const ast::StmtAnnAssign*>(model_.statement_)->value == nullptr &&
                     !model_.flags_.in_annotation()
                 ? BindingKind::Annotation
                 : BindingKind::Assignment;
    case ast::Kind::StmtFor:
      return BindingKind::LoopVar;
    case ast::Kind::StmtWith:
      return BindingKind::WithItemVar;
    default:
      return BindingKind::Assignment;
  }
}

void SemanticBuilder::bind_target(const ast::ExprName& name) {
  std::uint16_t flags = 0;
  switch (model_.statement_->kind) {
    case ast::Kind::StmtAssign:
      if (is_unpacked(static_cast<const ast::StmtAssign&>(*model_.statement_), name)) {
        flags = bit(BindingFlag::UnpackedAssignment);
      }
      break;
    case ast::Kind::StmtWith:
      if (is_unpacked(static_cast<const ast::StmtWith&>(*model_.statement_), name)) {
        flags = bit(BindingFlag::UnpackedAssignment);
      }
      break;
    case ast::Kind::StmtTypeAlias:
      flags = bit(BindingFlag::DeferredTypeAlias);
      break;
    case ast::Kind::StmtAnnAssign: {
      const auto& statement = static_cast<const ast::StmtAnnAssign&>(*model_.statement_);
      if (model_.is_typing_member(*statement.annotation, "TypeAlias")) {
        flags = bit(BindingFlag::AnnotatedTypeAlias);
      }
      break;
    }
    default:
      break;
  }
  if (assigns_dunder_all()) {
    bind_dunder_all(name, flags);
    return;
  }
  add_binding(name.id, name.range, kind_of_target(), flags);
}

BindingId SemanticBuilder::bind_exception(const ast::Identifier& name) {
  const Symbol before =
      model_.find_symbol_in(name.name, model_.scope_, model_.flags_.in_forward_reference());
  const BindingId previous =
      before.kind == Symbol::Kind::Builtin ? materialize_builtin(name.name) : before.binding;
  add_binding(name.name, name.range, BindingKind::BoundException);
  return previous;
}

void SemanticBuilder::unbind_exception(const ast::Identifier& name, BindingId previous) {
  binding(add_binding(name.name, name.range, BindingKind::UnboundException)).target = previous;
}

namespace {

struct SeenRow {
  std::string_view module;
  SeenModule seen;
};

constexpr SeenRow kSeenRows[] = {
    {"_typeshed", SeenModule::Typeshed},
    {"airflow", SeenModule::Airflow},
    {"anyio", SeenModule::Anyio},
    {"attr", SeenModule::Attrs},
    {"attrs", SeenModule::Attrs},
    {"builtins", SeenModule::Builtins},
    {"collections", SeenModule::Collections},
    {"contextvars", SeenModule::Contextvars},
    {"copy", SeenModule::Copy},
    {"crypt", SeenModule::Crypt},
    {"dataclasses", SeenModule::Dataclasses},
    {"datetime", SeenModule::Datetime},
    {"django", SeenModule::Django},
    {"fastapi", SeenModule::Fastapi},
    {"flask", SeenModule::Flask},
    {"hashlib", SeenModule::Hashlib},
    {"logging", SeenModule::Logging},
    {"markupsafe", SeenModule::Markupsafe},
    {"mock", SeenModule::Mock},
    {"numpy", SeenModule::Numpy},
    {"os", SeenModule::Os},
    {"pandas", SeenModule::Pandas},
    {"pytest", SeenModule::Pytest},
    {"re", SeenModule::Re},
    {"regex", SeenModule::Regex},
    {"six", SeenModule::Six},
    {"subprocess", SeenModule::Subprocess},
    {"tarfile", SeenModule::Tarfile},
    {"trio", SeenModule::Trio},
    {"typing", SeenModule::Typing},
    {"typing_extensions", SeenModule::TypingExtensions},
};
static_assert(std::ranges::is_sorted(kSeenRows, {}, &SeenRow::module));

}  // namespace

void SemanticBuilder::add_seen_module(std::string_view dotted) {
  const std::string_view package = dotted.substr(0, dotted.find('.'));
  const auto* row = std::ranges::lower_bound(kSeenRows, package, {}, &SeenRow::module);
  if (row == std::ranges::end(kSeenRows) || row->module != package) return;
  model_.seen_modules_ |= 1u << static_cast<int>(row->seen);
}

}  // namespace lint::semantic
