// Options of the families flake8-a... to flake8-i....
#include "lint/config/identifiers.h"
#include "lint/config/option_rows.h"

namespace lint::config {
namespace {

template <auto kMember>
inline constexpr auto kAnnotations = kLint<&LintSettings::flake8_annotations, kMember>;
template <auto kMember>
inline constexpr auto kBandit = kLint<&LintSettings::flake8_bandit, kMember>;
template <auto kMember>
inline constexpr auto kBuiltins = kLint<&LintSettings::flake8_builtins, kMember>;
template <auto kMember>
inline constexpr auto kCopyright = kLint<&LintSettings::flake8_copyright, kMember>;
template <auto kMember>
inline constexpr auto kGettext = kLint<&LintSettings::flake8_gettext, kMember>;
template <auto kMember>
inline constexpr auto kConventions = kLint<&LintSettings::flake8_import_conventions, kMember>;

Read<void> check_alias(const common::config::Member& member) {
  if (!is_module_name(member.name)) {
    Value name = Value::of(std::string_view(member.name));
    name.region = member.name_region;
    return common::config::wrong_value(name,
                                       "a sequence of Python identifiers delimited by periods");
  }
  if (member.value.kind != common::config::Kind::String) return {};
  if (member.value.text == "__debug__") {
    return common::config::wrong_value(member.value, "an assignable Python identifier");
  }
  if (is_identifier(member.value.text)) return {};
  return common::config::wrong_value(member.value, "a Python identifier");
}

// Aliases of modules: the names must be ones.
template <auto kMember>
inline constexpr common::config::Target<Settings> kAliases = {
    .read = [](Settings& settings, const Value& value, const ReadContext& context) -> Read<void> {
      for (const common::config::Member& member : value.members) {
        if (auto checked = check_alias(member); !checked) return checked;
      }
      return kConventions<kMember>.read(settings, value, context);
    },
    .print = kConventions<kMember>.print,
    .type = kConventions<kMember>.type,
};

constexpr OptionRow kFlake8Rows[] = {
    {{.key = "lint.flake8-annotations.allow-star-arg-any",
      .docs = "Accept `Any` for `*args` and `**kwargs` (ANN401).",
      .example = "allow-star-arg-any = true"},
     kAnnotations<&Flake8Annotations::allow_star_arg_any>},
    {{.key = "lint.flake8-annotations.ignore-fully-untyped",
      .docs = "Leave functions alone that have no annotation at all.",
      .example = "ignore-fully-untyped = true"},
     kAnnotations<&Flake8Annotations::ignore_fully_untyped>},
    {{.key = "lint.flake8-annotations.mypy-init-return",
      .docs = "Accept an `__init__` without return annotation if an argument is annotated.",
      .example = "mypy-init-return = true"},
     kAnnotations<&Flake8Annotations::mypy_init_return>},
    {{.key = "lint.flake8-annotations.suppress-dummy-args",
      .docs = "Accept arguments without annotation whose names match `dummy-variable-rgx`.",
      .example = "suppress-dummy-args = true"},
     kAnnotations<&Flake8Annotations::suppress_dummy_args>},
    {{.key = "lint.flake8-annotations.suppress-none-returning",
      .docs = "Accept functions without return annotation that return nothing but `None`.",
      .example = "suppress-none-returning = true"},
     kAnnotations<&Flake8Annotations::suppress_none_returning>},
    {{.key = "lint.flake8-bandit.allowed-markup-calls",
      .docs = "Functions whose results are safe to be passed to `markupsafe.Markup` (S704).",
      .example = R"(allowed-markup-calls = ["bleach.clean", "my_package.sanitize"])"},
     kBandit<&Flake8Bandit::allowed_markup_calls>},
    {{.key = "lint.flake8-bandit.check-typed-exception",
      .docs = "Report `try`-`except`-`pass` and -`continue` for specific exceptions too (S110, "
              "S112).",
      .example = "check-typed-exception = true"},
     kBandit<&Flake8Bandit::check_typed_exception>},
    {{.key = "lint.flake8-bandit.extend-markup-names",
      .docs = "More callables that act like `markupsafe.Markup` (S704).",
      .example = R"(extend-markup-names = ["webhelpers.html.literal", "my_package.Markup"])"},
     kBandit<&Flake8Bandit::extend_markup_names>},
    {{.key = "lint.flake8-bandit.hardcoded-tmp-directory",
      .docs = "Directories that count as temporary ones (S108).",
      .example = R"(hardcoded-tmp-directory = ["/foo/bar"])"},
     kBandit<&Flake8Bandit::hardcoded_tmp_directory>},
    {{.key = "lint.flake8-bandit.hardcoded-tmp-directory-extend",
      .docs = "Directories in addition to those of `hardcoded-tmp-directory`.",
      .example = R"(hardcoded-tmp-directory-extend = ["/foo/bar"])"},
     kBandit<&Flake8Bandit::hardcoded_tmp_directory_extend>},
    {{.key = "lint.flake8-boolean-trap.extend-allowed-calls",
      .docs = "Callables to which booleans may be passed by position (FBT003).",
      .example = R"(extend-allowed-calls = ["pydantic.Field", "django.db.models.Value"])"},
     kLint<&LintSettings::flake8_boolean_trap, &Flake8BooleanTrap::extend_allowed_calls>},
    {{.key = "lint.flake8-bugbear.extend-immutable-calls",
      .docs = "More callables whose results may be defaults of arguments (B008).",
      .example = R"(extend-immutable-calls = ["fastapi.Depends", "fastapi.Query"])"},
     kLint<&LintSettings::flake8_bugbear, &Flake8Bugbear::extend_immutable_calls>},
    {{.key = "lint.flake8-builtins.allowed-modules",
      .docs = "Modules that may have the name of one of the standard library (A005).",
      .example = R"(allowed-modules = ["secrets"])"},
     kBuiltins<&Flake8Builtins::allowed_modules>},
    {{.key = "lint.flake8-builtins.builtins-allowed-modules",
      .docs = "Modules that may have the name of one of the standard library (A005).",
      .example = R"(builtins-allowed-modules = ["secrets"])",
      .deprecation = {.since = "0.10.0",
                      .message = "`builtins-allowed-modules` has been renamed to "
                                 "`allowed-modules`. Use that instead."}},
     kBuiltins<&Flake8Builtins::builtins_allowed_modules>},
    {{.key = "lint.flake8-builtins.builtins-ignorelist",
      .docs = "Builtins that may be shadowed.",
      .example = R"(builtins-ignorelist = ["id"])",
      .deprecation = {.since = "0.10.0",
                      .message = "`builtins-ignorelist` has been renamed to `ignorelist`. Use that "
                                 "instead."}},
     kBuiltins<&Flake8Builtins::builtins_ignorelist>},
    {{.key = "lint.flake8-builtins.builtins-strict-checking",
      .docs = "Compare names of modules in subpackages with those of the standard library too "
              "(A005).",
      .example = "builtins-strict-checking = true",
      .deprecation = {.since = "0.10.0",
                      .message = "`builtins-strict-checking` has been renamed to "
                                 "`strict-checking`. Use that instead."}},
     kBuiltins<&Flake8Builtins::builtins_strict_checking>},
    {{.key = "lint.flake8-builtins.ignorelist",
      .docs = "Builtins that may be shadowed.",
      .example = R"(ignorelist = ["id"])"},
     kBuiltins<&Flake8Builtins::ignorelist>},
    {{.key = "lint.flake8-builtins.strict-checking",
      .docs = "Compare names of modules in subpackages with those of the standard library too "
              "(A005).",
      .example = "strict-checking = true"},
     kBuiltins<&Flake8Builtins::strict_checking>},
    {{.key = "lint.flake8-comprehensions.allow-dict-calls-with-keyword-arguments",
      .docs = "Accept `dict` calls with keyword arguments, `dict(a=1)` (C408).",
      .example = "allow-dict-calls-with-keyword-arguments = true"},
     kLint<&LintSettings::flake8_comprehensions,
           &Flake8Comprehensions::allow_dict_calls_with_keyword_arguments>},
    {{.key = "lint.flake8-copyright.author",
      .docs = "The author that the copyright notice must name.",
      .example = R"(author = "Ada")"},
     kCopyright<&Flake8Copyright::author>},
    {{.key = "lint.flake8-copyright.min-file-size",
      .docs = "Bytes from which on a file needs a copyright notice.",
      .example = "min-file-size = 1024"},
     kCopyright<&Flake8Copyright::min_file_size>},
    {{.key = "lint.flake8-copyright.notice-rgx",
      .docs = "What a copyright notice looks like.",
      .example = R"(notice-rgx = "(?i)Copyright \\(C\\) \\d{4}")"},
     kCopyright<&Flake8Copyright::notice_rgx>},
    {{.key = "lint.flake8-errmsg.max-string-length",
      .docs = "Characters that a text in the call of an exception may have (EM101).",
      .example = "max-string-length = 20"},
     kLint<&LintSettings::flake8_errmsg, &Flake8Errmsg::max_string_length>},
    {{.key = "lint.flake8-gettext.extend-function-names",
      .docs = "Translating functions in addition to those of `function-names`.",
      .example = R"(extend-function-names = ["ugettext"])"},
     kGettext<&Flake8Gettext::extend_function_names>},
    {{.key = "lint.flake8-gettext.function-names",
      .docs = "Functions that translate texts.",
      .example = R"(function-names = ["_", "gettext", "ngettext", "ugettext"])"},
     kGettext<&Flake8Gettext::function_names>},
    {{.key = "lint.flake8-implicit-str-concat.allow-multiline",
      .docs = "Accept texts that are joined across lines without an operator, and report those "
              "that have one (ISC003).",
      .example = "allow-multiline = false"},
     kLint<&LintSettings::flake8_implicit_str_concat, &Flake8ImplicitStrConcat::allow_multiline>},
    {{.key = "lint.flake8-import-conventions.aliases",
      .docs = "The names that modules are to be imported as; setting it replaces the default "
              "table.",
      .example = "numpy = \"np\"\n\"matplotlib.pyplot\" = \"plt\"",
      .is_open_table = true},
     kAliases<&Flake8ImportConventions::aliases>},
    {{.key = "lint.flake8-import-conventions.banned-aliases",
      .docs = "Names that modules must not be imported as. Preview mode has a default for some "
              "modules.",
      .example = R"("tensorflow.keras.backend" = ["K"])",
      .is_open_table = true},
     kConventions<&Flake8ImportConventions::banned_aliases>},
    {{.key = "lint.flake8-import-conventions.banned-from",
      .docs = "Modules whose members must not be imported by `from` (ICN003).",
      .example = R"(banned-from = ["typing"])"},
     kConventions<&Flake8ImportConventions::banned_from>},
    {{.key = "lint.flake8-import-conventions.extend-aliases",
      .docs = "Aliases in addition to those of `aliases`.",
      .example = R"("dask.dataframe" = "dd")",
      .is_open_table = true},
     kAliases<&Flake8ImportConventions::extend_aliases>},
};
static_assert(common::config::well_formed(kFlake8Rows));

}  // namespace

std::span<const OptionRow> flake8_options() {
  return kFlake8Rows;
}

}  // namespace lint::config
