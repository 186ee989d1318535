// Options of the families flake8-p... to flake8-u....
#include "lint/config/option_rows.h"

namespace lint::config {
namespace {

template <auto kMember>
inline constexpr auto kPytest = kLint<&LintSettings::flake8_pytest_style, kMember>;
template <auto kMember>
inline constexpr auto kQuotes = kLint<&LintSettings::flake8_quotes, kMember>;
template <auto kMember>
inline constexpr auto kTidy = kLint<&LintSettings::flake8_tidy_imports, kMember>;
template <auto kMember>
inline constexpr auto kTyping = kLint<&LintSettings::flake8_type_checking, kMember>;

constexpr OptionRow kLaterFlake8Rows[] = {
    {{.key = "lint.flake8-pytest-style.fixture-parentheses",
      .docs = "Ask for `@pytest.fixture()` with parentheses (PT001).",
      .example = "fixture-parentheses = true"},
     kPytest<&Flake8PytestStyle::fixture_parentheses>},
    {{.key = "lint.flake8-pytest-style.mark-parentheses",
      .docs = "Ask for `@pytest.mark.foo()` with parentheses (PT023).",
      .example = "mark-parentheses = true"},
     kPytest<&Flake8PytestStyle::mark_parentheses>},
    {{.key = "lint.flake8-pytest-style.parametrize-names-type",
      .docs = "How several names are given to `parametrize`: in one text, a tuple or a list "
              "(PT006).",
      .example = R"(parametrize-names-type = "list")"},
     kPytest<&Flake8PytestStyle::parametrize_names_type>},
    {{.key = "lint.flake8-pytest-style.parametrize-values-row-type",
      .docs = "What each row of values of `parametrize` is (PT007).",
      .example = R"(parametrize-values-row-type = "list")"},
     kPytest<&Flake8PytestStyle::parametrize_values_row_type>},
    {{.key = "lint.flake8-pytest-style.parametrize-values-type",
      .docs = "What the rows of values of `parametrize` are in (PT007).",
      .example = R"(parametrize-values-type = "tuple")"},
     kPytest<&Flake8PytestStyle::parametrize_values_type>},
    {{.key = "lint.flake8-pytest-style.raises-extend-require-match-for",
      .docs = "Exceptions in addition to those of `raises-require-match-for`; globs.",
      .example = R"(raises-extend-require-match-for = ["requests.RequestException"])"},
     kPytest<&Flake8PytestStyle::raises_extend_require_match_for>},
    {{.key = "lint.flake8-pytest-style.raises-require-match-for",
      .docs = "Exceptions for which `pytest.raises` needs a `match`; globs (PT011).",
      .example = R"(raises-require-match-for = ["requests.RequestException"])"},
     kPytest<&Flake8PytestStyle::raises_require_match_for>},
    {{.key = "lint.flake8-pytest-style.warns-extend-require-match-for",
      .docs = "Warnings in addition to those of `warns-require-match-for`; globs.",
      .example = R"(warns-extend-require-match-for = ["requests.RequestsWarning"])"},
     kPytest<&Flake8PytestStyle::warns_extend_require_match_for>},
    {{.key = "lint.flake8-pytest-style.warns-require-match-for",
      .docs = "Warnings for which `pytest.warns` needs a `match`; globs (PT030).",
      .example = R"(warns-require-match-for = ["requests.RequestsWarning"])"},
     kPytest<&Flake8PytestStyle::warns_require_match_for>},
    {{.key = "lint.flake8-quotes.avoid-escape",
      .docs = "Prefer the other quotes where they save escapes.",
      .example = "avoid-escape = false"},
     kQuotes<&Flake8Quotes::avoid_escape>},
    {{.key = "lint.flake8-quotes.docstring-quotes",
      .docs = "The quotes of docstrings (Q002).",
      .example = R"(docstring-quotes = "single")"},
     kQuotes<&Flake8Quotes::docstring_quotes>},
    {{.key = "lint.flake8-quotes.inline-quotes",
      .docs = "The quotes of other texts in single quotes (Q000).",
      .example = R"(inline-quotes = "single")"},
     kQuotes<&Flake8Quotes::inline_quotes>},
    {{.key = "lint.flake8-quotes.multiline-quotes",
      .docs = "The quotes of other texts in triple quotes (Q001).",
      .example = R"(multiline-quotes = "single")"},
     kQuotes<&Flake8Quotes::multiline_quotes>},
    {{.key = "lint.flake8-self.extend-ignore-names",
      .docs = "Names in addition to those of `ignore-names`.",
      .example = R"(extend-ignore-names = ["_base_manager", "_default_manager", "_meta"])"},
     kLint<&LintSettings::flake8_self, &Flake8Self::extend_ignore_names>},
    {{.key = "lint.flake8-self.ignore-names",
      .docs = "Private members that may be used from outside (SLF001).",
      .example = R"(ignore-names = ["_new"])"},
     kLint<&LintSettings::flake8_self, &Flake8Self::ignore_names>},
    {{.key = "lint.flake8-tidy-imports.ban-lazy",
      .docs = "Modules that must not be imported lazily: all, a list, or either but for some "
              "(TID254).",
      .example = R"(ban-lazy = { include = "all", exclude = ["typing"] })"},
     kTidy<&Flake8TidyImports::ban_lazy>},
    {{.key = "lint.flake8-tidy-imports.ban-relative-imports",
      .docs = "Which relative imports to report: those from parent packages, or all (TID252).",
      .example = R"(ban-relative-imports = "all")"},
     kTidy<&Flake8TidyImports::ban_relative_imports>},
    {{.key = "lint.flake8-tidy-imports.banned-api",
      .docs = "Modules and members that must not be used, each with the message to show (TID251).",
      .example = R"("cgi".msg = "The module cgi is gone.")",
      .is_open_table = true},
     kTidy<&Flake8TidyImports::banned_api>},
    {{.key = "lint.flake8-tidy-imports.banned-module-level-imports",
      .docs = "Modules that must be imported inside of functions only (TID253).",
      .example = R"(banned-module-level-imports = ["torch", "tensorflow"])"},
     kTidy<&Flake8TidyImports::banned_module_level_imports>},
    {{.key = "lint.flake8-tidy-imports.extend-banned-api",
      .docs = "Entries in addition to those of `banned-api`.",
      .example = R"("typing.TypedDict".msg = "Use typing_extensions.TypedDict instead.")",
      .is_open_table = true},
     kTidy<&Flake8TidyImports::extend_banned_api>},
    {{.key = "lint.flake8-tidy-imports.require-lazy",
      .docs = "Modules that must be imported lazily: all, a list, or either but for some "
              "(TID254).",
      .example = R"(require-lazy = { include = "all", exclude = ["sitecustomize"] })"},
     kTidy<&Flake8TidyImports::require_lazy>},
    {{.key = "lint.flake8-type-checking.exempt-modules",
      .docs = "Modules whose imports need not move below `if TYPE_CHECKING`.",
      .example = R"(exempt-modules = ["typing", "typing_extensions"])"},
     kTyping<&Flake8TypeChecking::exempt_modules>},
    {{.key = "lint.flake8-type-checking.quote-annotations",
      .docs = "Let fixes put annotations in quotes, so that more imports can move below `if "
              "TYPE_CHECKING`.",
      .example = "quote-annotations = true"},
     kTyping<&Flake8TypeChecking::quote_annotations>},
    {{.key = "lint.flake8-type-checking.runtime-evaluated-base-classes",
      .docs = "Base classes whose subclasses evaluate their annotations at run time; \"ambiguous\" "
              "ones perhaps.",
      .example = R"("pydantic.BaseModel" = "required"
"sqlalchemy.orm.DeclarativeBase" = "ambiguous")",
      .is_open_table = true},
     kTyping<&Flake8TypeChecking::runtime_evaluated_base_classes>},
    {{.key = "lint.flake8-type-checking.runtime-evaluated-decorators",
      .docs = "Decorators that evaluate the annotations of what they decorate at run time; "
              "\"ambiguous\" ones perhaps.",
      .example = R"("pydantic.validate_call" = "required"
"sqlalchemy.orm.declared_attr" = "ambiguous")",
      .is_open_table = true},
     kTyping<&Flake8TypeChecking::runtime_evaluated_decorators>},
    {{.key = "lint.flake8-type-checking.strict",
      .docs = "Report imports that only annotations use even if the module is needed at run time "
              "anyway.",
      .example = "strict = true"},
     kTyping<&Flake8TypeChecking::strict>},
    {{.key = "lint.flake8-unused-arguments.ignore-variadic-names",
      .docs = "Let `*args` and `**kwargs` be unused.",
      .example = "ignore-variadic-names = true"},
     kLint<&LintSettings::flake8_unused_arguments, &Flake8UnusedArguments::ignore_variadic_names>},
};
static_assert(common::config::well_formed(kLaterFlake8Rows));

}  // namespace

std::span<const OptionRow> later_flake8_options() {
  return kLaterFlake8Rows;
}

}  // namespace lint::config
