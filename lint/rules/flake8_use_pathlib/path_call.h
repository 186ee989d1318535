// What fixes that turn a call of os or open into a method of Path share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "lint/check/checker.h"

namespace lint::rules::flake8_use_pathlib {

// No starred arguments and no keywords but these.
bool has_only_keywords(const ast::Arguments& arguments,
                       std::initializer_list<std::string_view> keywords);

// Is the argument, if it is there, something else than None?
bool is_set(const ast::Arguments& arguments, std::string_view name, std::size_t position);

// An integer, as far as it is plain to see.
bool is_file_descriptor(const Checker& c, const ast::Expr& expr);

// Replaces the call by Path(path).METHOD; a path that is a Path() already is taken
// as it is.  None if Path cannot be imported.
std::optional<Fix> replace_by_method(const Checker& c, const ast::ExprCall& call,
                                     const ast::Expr& path, const std::string& method);

}  // namespace lint::rules::flake8_use_pathlib
