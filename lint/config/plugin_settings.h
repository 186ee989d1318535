// The options of the rule families that come from flake8 plugins and pylint.
//
// One struct per table of the configuration file, one member per option, named
// as there.  Once settings are resolved (resolve.h), the members without
// "extend" contain what the extending ones add; rules need only read those.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/value_types.h"

namespace lint::config {

struct Flake8Annotations {
  bool mypy_init_return = false;
  bool suppress_dummy_args = false;
  bool suppress_none_returning = false;
  bool allow_star_arg_any = false;
  bool ignore_fully_untyped = false;
};

struct Flake8Bandit {
  std::vector<std::string> hardcoded_tmp_directory = {"/tmp", "/var/tmp", "/dev/shm"};
  std::vector<std::string> hardcoded_tmp_directory_extend;
  bool check_typed_exception = false;
  std::vector<std::string> extend_markup_names;
  std::vector<std::string> allowed_markup_calls;
};

struct Flake8BooleanTrap {
  std::vector<std::string> extend_allowed_calls;
};

struct Flake8Bugbear {
  std::vector<std::string> extend_immutable_calls;
};

struct Flake8Builtins {
  std::vector<std::string> ignorelist;
  std::vector<std::string> allowed_modules;
  bool strict_checking = false;
  // Old names; they count where the new ones are not given.
  std::vector<std::string> builtins_ignorelist;
  std::vector<std::string> builtins_allowed_modules;
  bool builtins_strict_checking = false;
};

struct Flake8Comprehensions {
  bool allow_dict_calls_with_keyword_arguments = false;
};

struct Flake8Copyright {
  OptionRegex notice_rgx{R"((?i)Copyright\s+((?:\(C\)|©)\s+)?\d{4}((-|,\s)\d{4})*)"};
  std::optional<std::string> author;
  std::size_t min_file_size = 0;  // Bytes; smaller files need no notice.
};

struct Flake8Errmsg {
  std::size_t max_string_length = 0;
};

struct Flake8Gettext {
  std::vector<std::string> function_names = {"_", "gettext", "ngettext"};
  std::vector<std::string> extend_function_names;
};

struct Flake8ImplicitStrConcat {
  bool allow_multiline = true;
};

struct Flake8ImportConventions {
  // The default has more entries in preview.
  NameMap<std::string> aliases = {
      {"altair", "alt"},
      {"datetime", "dt"},
      {"holoviews", "hv"},
      {"matplotlib", "mpl"},
      {"matplotlib.pyplot", "plt"},
      {"networkx", "nx"},
      {"numpy", "np"},
      {"numpy.typing", "npt"},
      {"pandas", "pd"},
      {"panel", "pn"},
      {"plotly.express", "px"},
      {"polars", "pl"},
      {"pyarrow", "pa"},
      {"seaborn", "sns"},
      {"tensorflow", "tf"},
      {"tkinter", "tk"},
      {"xml.etree.ElementTree", "ET"},
  };
  NameMap<std::string> extend_aliases;
  NameMap<std::vector<std::string>> banned_aliases;
  NameSet banned_from;
};

enum class ParametrizeNamesType : std::uint8_t { Csv, Tuple, List };
template <>
inline constexpr EnumName<ParametrizeNamesType> kNamesOf<ParametrizeNamesType>[] = {
    {ParametrizeNamesType::Csv, "csv"},
    {ParametrizeNamesType::Tuple, "tuple"},
    {ParametrizeNamesType::List, "list"},
};

enum class ParametrizeRowType : std::uint8_t { Tuple, List };
template <>
inline constexpr EnumName<ParametrizeRowType> kNamesOf<ParametrizeRowType>[] = {
    {ParametrizeRowType::Tuple, "tuple"},
    {ParametrizeRowType::List, "list"},
};

struct Flake8PytestStyle {
  bool fixture_parentheses = false;
  bool mark_parentheses = false;
  ParametrizeNamesType parametrize_names_type = ParametrizeNamesType::Tuple;
  ParametrizeRowType parametrize_values_type = ParametrizeRowType::List;
  ParametrizeRowType parametrize_values_row_type = ParametrizeRowType::Tuple;
  std::vector<NamePattern> raises_require_match_for = {
      "BaseException", "Exception",        "ValueError",  "OSError",
      "IOError",       "EnvironmentError", "socket.error"};
  std::vector<NamePattern> raises_extend_require_match_for;
  std::vector<NamePattern> warns_require_match_for = {"Warning", "UserWarning",
                                                      "DeprecationWarning"};
  std::vector<NamePattern> warns_extend_require_match_for;
};

enum class Quote : std::uint8_t { Double, Single };
template <>
inline constexpr EnumName<Quote> kNamesOf<Quote>[] = {
    {Quote::Double, "double"},
    {Quote::Single, "single"},
};

struct Flake8Quotes {
  Quote inline_quotes = Quote::Double;
  Quote multiline_quotes = Quote::Double;
  Quote docstring_quotes = Quote::Double;
  bool avoid_escape = true;
};

struct Flake8Self {
  std::vector<std::string> ignore_names = {"_make",           "_asdict", "_replace", "_fields",
                                           "_field_defaults", "_name_",  "_value_"};
  std::vector<std::string> extend_ignore_names;
};

enum class RelativeImportBan : std::uint8_t { Parents, All };
template <>
inline constexpr EnumName<RelativeImportBan> kNamesOf<RelativeImportBan>[] = {
    {RelativeImportBan::Parents, "parents"},
    {RelativeImportBan::All, "all"},
};

// Modules, with the modules below them: "all", a list, or either of them but
// for an exclude list.
struct ImportSelection {
  bool all = false;  // Then `include` is empty.
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  bool has_exclude = false;  // Written as a table.
  bool operator==(const ImportSelection&) const = default;
  bool empty() const { return !all && include.empty(); }
  bool selects(std::string_view module) const;
};

struct BannedApi {
  std::string msg;
  bool operator==(const BannedApi&) const = default;
};

struct Flake8TidyImports {
  RelativeImportBan ban_relative_imports = RelativeImportBan::Parents;
  NameMap<BannedApi> banned_api;  // By dotted name.
  NameMap<BannedApi> extend_banned_api;
  std::vector<std::string> banned_module_level_imports;
  ImportSelection require_lazy;
  ImportSelection ban_lazy;
};

// When annotations below a base class or decorator are evaluated at run time.
enum class RuntimeEvaluation : std::uint8_t { Required, Ambiguous };
template <>
inline constexpr EnumName<RuntimeEvaluation> kNamesOf<RuntimeEvaluation>[] = {
    {RuntimeEvaluation::Required, "required"},
    {RuntimeEvaluation::Ambiguous, "ambiguous"},
};

struct Flake8TypeChecking {
  bool strict = false;
  // Where a configuration has the table but not this option: only "typing".
  std::vector<std::string> exempt_modules = {"typing", "typing_extensions"};
  NameMap<RuntimeEvaluation> runtime_evaluated_base_classes;  // A plain list means "required".
  NameMap<RuntimeEvaluation> runtime_evaluated_decorators;
  bool quote_annotations = false;
};

struct Flake8UnusedArguments {
  bool ignore_variadic_names = false;
};

enum class ConstantType : std::uint8_t { Bytes, Complex, Float, Int, Str };
template <>
inline constexpr EnumName<ConstantType> kNamesOf<ConstantType>[] = {
    {ConstantType::Bytes, "bytes"}, {ConstantType::Complex, "complex"},
    {ConstantType::Float, "float"}, {ConstantType::Int, "int"},
    {ConstantType::Str, "str"},
};

struct Pylint {
  std::vector<ConstantType> allow_magic_value_types = {ConstantType::Str, ConstantType::Bytes};
  std::vector<AllowedValue> allow_magic_values = {AllowedValue{std::int64_t{0}},
                                                  AllowedValue{std::int64_t{1}},
                                                  AllowedValue{std::int64_t{-1}},
                                                  AllowedValue{0.0},
                                                  AllowedValue{1.0},
                                                  AllowedValue{-1.0},
                                                  AllowedValue{std::string()},
                                                  AllowedValue{std::string("__main__")}};
  std::vector<AllowedValue> extend_allow_magic_values;
  NameSet allow_dunder_method_names;
  std::size_t max_args = 5;
  std::size_t max_positional_args = 5;  // Not given: max_args.
  std::size_t max_returns = 6;
  std::size_t max_bool_expr = 5;
  std::size_t max_branches = 12;
  std::size_t max_statements = 50;
  std::size_t max_statements_in_try = 5;
  std::size_t max_public_methods = 20;
  std::size_t max_locals = 15;
  std::size_t max_nested_blocks = 5;
};

struct Mccabe {
  std::size_t max_complexity = 10;
};

struct Pep8Naming {
  std::vector<NamePattern> ignore_names = {
      "setUp",         "tearDown",         "setUpClass",  "tearDownClass",
      "setUpModule",   "tearDownModule",   "asyncSetUp",  "asyncTearDown",
      "setUpTestData", "failureException", "longMessage", "maxDiff"};
  std::vector<NamePattern> extend_ignore_names;
  std::vector<std::string> classmethod_decorators;
  std::vector<std::string> staticmethod_decorators;
};

struct Pycodestyle {
  std::uint16_t max_line_length = 88;  // Columns; not given: line-length.
  std::optional<std::uint16_t> max_doc_length;
  bool ignore_overlong_task_comments = false;
};

struct Pydoclint {
  bool ignore_one_line_docstrings = false;
};

enum class DocstringConvention : std::uint8_t { Google, Numpy, Pep257 };
template <>
inline constexpr EnumName<DocstringConvention> kNamesOf<DocstringConvention>[] = {
    {DocstringConvention::Google, "google"},
    {DocstringConvention::Numpy, "numpy"},
    {DocstringConvention::Pep257, "pep257"},
};

struct Pydocstyle {
  std::optional<DocstringConvention> convention;
  NameSet ignore_decorators;
  NameSet property_decorators;
  bool ignore_var_parameters = false;
};

struct Pyflakes {
  std::vector<std::string> extend_generics;
  std::vector<std::string> allowed_unused_imports;
};

struct Pyupgrade {
  bool keep_runtime_typing = false;
};

struct RuffRules {
  bool parenthesize_tuple_in_subscript = false;
  bool strictly_empty_init_modules = false;
  // Moved to flake8-bandit; they count where those are not given.
  std::vector<std::string> extend_markup_names;
  std::vector<std::string> allowed_markup_calls;
};

}  // namespace lint::config
