// Classes that do something of their own with the values in their body.
#pragma once

#include <algorithm>

#include "lint/ast/statements.h"
#include "lint/semantic/class_info.h"

namespace lint::ruff {

// Decorated by the standard library's dataclass or by attrs.
inline bool is_dataclass(const ast::StmtClassDef& class_def, const semantic::Semantic& semantic) {
  if (!semantic.seen(semantic::SeenModule::Dataclasses) &&
      !semantic.seen(semantic::SeenModule::Attrs)) {
    return false;
  }
  return std::ranges::any_of(class_def.decorators, [&](const ast::Decorator* decorator) {
    return semantic.qualified_name(ast::without_call(*decorator->expression))
        .is_any("dataclasses.dataclass", "attrs.define", "attrs.frozen", "attrs.mutable",
                "attr.define", "attr.frozen", "attr.mutable", "attr.s", "attr.attributes",
                "attr.attrs");
  });
}

// Its objects get copies of the values: pydantic's models and the like.
inline bool copies_defaults(const ast::StmtClassDef& class_def,
                            const semantic::Semantic& semantic) {
  return semantic::any_qualified_base_class(
      class_def, semantic, [](const semantic::QualifiedName& base) {
        return base.is_any("pydantic.BaseModel", "pydantic.RootModel", "pydantic.BaseSettings",
                           "pydantic.BaseConfig", "pydantic.generics.GenericModel",
                           "pydantic.v1.BaseModel", "pydantic.v1.BaseSettings",
                           "pydantic.v1.BaseConfig", "pydantic.v1.generics.GenericModel",
                           "pydantic_settings.BaseSettings", "msgspec.Struct", "sqlmodel.SQLModel");
      });
}

}  // namespace lint::ruff
