// Writes the syntax tree's node types from an ASDL file.
//
//   asdl_gen Python.asdl ast_nodes.h ast_nodes.cc
//
// The notation is described in the head comment of lint/ast/Python.asdl.  The
// header holds Kind, the enums, one struct per node, for_each_child and
// dispatch; the source holds names, dump, equality and hash.
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Field {
  std::string type;
  char multiplicity = 0;  // 0, '?' or '*'.
  std::string name;
  bool is_form = false;  // "~": not compared.
};

struct Constructor {
  std::string name;  // As declared: "FunctionDef".
  std::vector<Field> fields;
};

enum class Shape { Sum, Product, Enum };

struct Type {
  std::string name;  // As declared: "elif_else_clause".
  Shape shape = Shape::Sum;
  std::vector<Constructor> constructors;  // One for a product.
};

[[noreturn]] void give_up(const std::string& problem) {
  std::fprintf(stderr, "asdl_gen: %s\n", problem.c_str());
  std::exit(1);
}

// ---- reading ---------------------------------------------------------------

std::vector<std::string> read_tokens(const char* path) {
  std::ifstream file(path);
  if (!file) give_up(std::string("cannot read ") + path);
  std::vector<std::string> tokens;
  for (std::string line; std::getline(file, line);) {
    line = line.substr(0, line.find("--"));
    for (std::size_t i = 0; i < line.size();) {
      const auto c = static_cast<unsigned char>(line[i]);
      if (std::isspace(c)) {
        ++i;
      } else if (std::isalnum(c) || c == '_') {
        std::size_t end = i;
        while (end < line.size() &&
               (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_'))
          ++end;
        tokens.push_back(line.substr(i, end - i));
        i = end;
      } else {
        tokens.emplace_back(1, line[i++]);
      }
    }
  }
  tokens.emplace_back();  // The end.
  return tokens;
}

class Reader {
 public:
  explicit Reader(std::vector<std::string> tokens) : tokens_(std::move(tokens)) {}

  std::vector<Type> read() {
    expect("module");
    take();
    expect("{");
    std::vector<Type> types;
    while (peek() != "}") types.push_back(type());
    return types;
  }

 private:
  const std::string& peek() const { return tokens_[at_]; }
  std::string take() { return tokens_[at_++]; }
  bool accept(const std::string& token) {
    if (peek() != token) return false;
    ++at_;
    return true;
  }
  void expect(const std::string& token) {
    if (!accept(token)) give_up("expected '" + token + "' before '" + peek() + "'");
  }

  Type type() {
    Type result;
    result.name = take();
    expect("=");
    if (peek() == "(") {
      result.shape = Shape::Product;
      result.constructors.push_back({result.name, fields()});
      return result;
    }
    bool has_fields = false;
    do {
      Constructor constructor{take(), {}};
      if (peek() == "(") {
        constructor.fields = fields();
        has_fields = true;
      }
      result.constructors.push_back(std::move(constructor));
    } while (accept("|"));
    result.shape = has_fields ? Shape::Sum : Shape::Enum;
    return result;
  }

  std::vector<Field> fields() {
    std::vector<Field> result;
    expect("(");
    while (!accept(")")) {
      Field field;
      field.type = take();
      if (accept("?")) {
        field.multiplicity = '?';
      } else if (accept("*")) {
        field.multiplicity = '*';
      }
      field.name = take();
      field.is_form = accept("~");
      result.push_back(std::move(field));
      if (peek() != ")") expect(",");
    }
    return result;
  }

  std::vector<std::string> tokens_;
  std::size_t at_ = 0;
};

// ---- writing ---------------------------------------------------------------

std::string camel(const std::string& name) {
  std::string result;
  bool upper = true;
  for (char c : name) {
    if (c == '_') {
      upper = true;
    } else {
      result += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      upper = false;
    }
  }
  return result;
}

class Writer {
 public:
  explicit Writer(const std::vector<Type>& types) : types_(types) {
    for (const Type& type : types) by_name_[type.name] = &type;
  }

  std::string header();
  std::string source();

 private:
  bool is_node(const Field& field) const {
    const auto found = by_name_.find(field.type);
    return found != by_name_.end() && found->second->shape != Shape::Enum;
  }
  bool is_enum(const Field& field) const {
    const auto found = by_name_.find(field.type);
    return found != by_name_.end() && found->second->shape == Shape::Enum;
  }
  static std::string struct_name(const Type& type, const Constructor& constructor) {
    return type.shape == Shape::Product ? camel(type.name) : camel(type.name) + constructor.name;
  }

  std::string value_type(const Field& field) const {
    static const std::map<std::string, std::string> plain_types = {{"identifier", "Identifier"},
                                                                   {"name", "Name"},
                                                                   {"string", "std::string_view"},
                                                                   {"bool", "bool"},
                                                                   {"double", "double"},
                                                                   {"int", "std::uint32_t"},
                                                                   {"string_flags", "StringFlags"},
                                                                   {"uint64", "std::uint64_t"}};
    if (is_enum(field)) return camel(field.type);
    const auto plain = plain_types.find(field.type);
    if (plain == plain_types.end()) give_up("unknown type " + field.type);
    return plain->second;
  }
  std::string member(const Field& field) const {
    if (is_node(field)) {
      if (field.multiplicity == '*') return "List<" + camel(field.type) + "> " + field.name + ";";
      return "const " + camel(field.type) + "* " + field.name + " = nullptr;";
    }
    if (field.multiplicity == '*')
      return "ValueList<" + value_type(field) + "> " + field.name + ";";
    return value_type(field) + " " + field.name + "{};";
  }

  template <typename F>
  void each_struct(F&& f) const {
    for (const Type& type : types_) {
      if (type.shape == Shape::Enum) continue;
      for (const Constructor& constructor : type.constructors) f(type, constructor);
    }
  }

  void write_enums(std::ostream& out) const;
  void write_structs(std::ostream& out) const;
  void write_children(std::ostream& out) const;
  void write_dump(std::ostream& out) const;
  void write_equality(std::ostream& out) const;
  void write_hash(std::ostream& out) const;

  const std::vector<Type>& types_;
  std::map<std::string, const Type*> by_name_;
};

void Writer::write_enums(std::ostream& out) const {
  std::size_t count = 0;
  out << "enum class Kind : std::uint8_t {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    out << "  " << struct_name(type, constructor) << ",\n";
    ++count;
  });
  out << "};\ninline constexpr std::size_t kKindCount = " << count << ";\n"
      << "// The name of the kind's struct.\nstd::string_view kind_name(Kind kind);\n\n";
  for (const Type& type : types_) {
    if (type.shape != Shape::Enum) continue;
    out << "enum class " << camel(type.name) << " : std::uint8_t {";
    for (const Constructor& value : type.constructors) out << ' ' << value.name << ',';
    out << " };\nstd::string_view name_of(" << camel(type.name) << " value);\n";
  }
  out << '\n';
}

void Writer::write_structs(std::ostream& out) const {
  for (const Type& type : types_) {
    if (type.shape != Shape::Enum) out << "struct " << camel(type.name) << ";\n";
  }
  each_struct([&](const Type& type, const Constructor& constructor) {
    if (type.shape == Shape::Sum) out << "struct " << struct_name(type, constructor) << ";\n";
  });
  for (const Type& type : types_) {
    if (type.shape == Shape::Enum) continue;
    if (type.shape == Shape::Sum) {
      out << "\nstruct " << camel(type.name) << " : Node {\n"
          << "  static constexpr bool covers(Kind kind) {\n    return kind >= Kind::"
          << struct_name(type, type.constructors.front())
          << " && kind <= Kind::" << struct_name(type, type.constructors.back()) << ";\n  }\n};\n";
    }
    for (const Constructor& constructor : type.constructors) {
      const std::string name = struct_name(type, constructor);
      out << "\nstruct " << name << " : "
          << (type.shape == Shape::Sum ? camel(type.name) : std::string("Node")) << " {\n"
          << "  static constexpr Kind kKind = Kind::" << name << ";\n"
          << "  static constexpr bool covers(Kind kind) { return kind == kKind; }\n";
      for (const Field& field : constructor.fields) out << "  " << member(field) << '\n';
      out << "};\n";
    }
  }
}

void Writer::write_children(std::ostream& out) const {
  out << "\n// Calls f(const T&) with the node as its own type.\n"
         "template <typename F>\ndecltype(auto) dispatch(const Node& node, F&& f) {\n"
         "  switch (node.kind) {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    const std::string name = struct_name(type, constructor);
    out << "    case Kind::" << name << ": return f(static_cast<const " << name << "&>(node));\n";
  });
  out << "  }\n  __builtin_unreachable();\n}\n\n"
         "// Calls f(const Node&) for every child, in source order.\n"
         "template <typename F>\nvoid for_each_child(const Node& node, F&& f) {\n"
         "  switch (node.kind) {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    std::ostringstream body;
    for (const Field& field : constructor.fields) {
      if (!is_node(field)) continue;
      if (field.multiplicity == '*') {
        body << "      for (const Node* child : self." << field.name << ") f(*child);\n";
      } else if (field.multiplicity == '?') {
        body << "      if (self." << field.name << " != nullptr) f(*static_cast<const Node*>(self."
             << field.name << "));\n";
      } else {
        body << "      f(*static_cast<const Node*>(self." << field.name << "));\n";
      }
    }
    const std::string name = struct_name(type, constructor);
    if (body.str().empty()) {
      out << "    case Kind::" << name << ": return;\n";
    } else {
      out << "    case Kind::" << name << ": {\n      const auto& self = static_cast<const " << name
          << "&>(node);\n"
          << body.str() << "      return;\n    }\n";
    }
  });
  out << "  }\n}\n";
}

std::string Writer::header() {
  std::ostringstream out;
  out << "// Written by asdl_gen from lint/ast/Python.asdl.\n#pragma once\n\n"
         "#include <cstddef>\n#include <cstdint>\n#include <string>\n#include <string_view>\n\n"
         "#include \"lint/ast/node.h\"\n\nnamespace lint::ast {\n\n";
  write_enums(out);
  write_structs(out);
  write_children(out);
  out << "\n// The tree as text, one node or field a line: for tests and `debug`.\n"
         "std::string dump(const Node& node);\n\n"
         "// Do the two mean the same, wherever and however they are written?  Null\n"
         "// equals null.\nbool equal(const Node* left, const Node* right);\n"
         "// Equal nodes have equal hashes.\nstd::uint64_t hash(const Node* node);\n\n"
         "}  // namespace lint::ast\n";
  return out.str();
}

void Writer::write_dump(std::ostream& out) const {
  out << "void dump_node(DumpWriter& out, const Node& node) {\n"
         "  out.open(node);\n  switch (node.kind) {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    const std::string name = struct_name(type, constructor);
    out << "    case Kind::" << name << ": {\n";
    if (!constructor.fields.empty()) {
      out << "      const auto& self = static_cast<const " << name << "&>(node);\n";
    }
    for (const Field& field : constructor.fields) {
      const std::string value = "self." + field.name;
      if (is_node(field)) {
        out << "      out." << (field.multiplicity == '*' ? "nodes" : "child") << "(\""
            << field.name << "\", " << value << ");\n";
      } else if (field.multiplicity == '*') {
        out << "      for (const auto& item : " << value << ") out.value(\"" << field.name << "\", "
            << (is_enum(field) ? "name_of(item)" : "item") << ");\n";
      } else {
        out << "      out.value(\"" << field.name << "\", "
            << (is_enum(field) ? "name_of(" + value + ")" : value) << ");\n";
      }
    }
    out << "      break;\n    }\n";
  });
  out << "  }\n  out.close();\n}\n";
}

void Writer::write_equality(std::ostream& out) const {
  out << "\nbool equal(const Node* left, const Node* right) {\n"
         "  if (left == right) return true;\n"
         "  if (left == nullptr || right == nullptr || left->kind != right->kind) return false;\n"
         "  switch (left->kind) {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    const std::string name = struct_name(type, constructor);
    std::ostringstream tests;
    for (const Field& field : constructor.fields) {
      if (field.is_form) continue;
      const char* test = is_node(field) && field.multiplicity == '*' ? "equal_lists"
                         : is_node(field)                            ? "equal"
                         : field.multiplicity == '*'                 ? "equal_values"
                                                                     : "equal_value";
      tests << (tests.str().empty() ? "" : " &&\n             ") << test << "(a." << field.name
            << ", b." << field.name << ")";
    }
    out << "    case Kind::" << name << ": ";
    if (tests.str().empty()) {
      out << "return true;\n";
    } else {
      out << "{\n      const auto& a = static_cast<const " << name
          << "&>(*left);\n      const auto& b = static_cast<const " << name
          << "&>(*right);\n      return " << tests.str() << ";\n    }\n";
    }
  });
  out << "  }\n  return false;\n}\n";
}

void Writer::write_hash(std::ostream& out) const {
  out << "\nstd::uint64_t hash(const Node* node) {\n"
         "  if (node == nullptr) return 0;\n"
         "  std::uint64_t seed = static_cast<std::uint64_t>(node->kind) + 1;\n"
         "  switch (node->kind) {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    const std::string name = struct_name(type, constructor);
    std::ostringstream body;
    for (const Field& field : constructor.fields) {
      if (field.is_form) continue;
      if (is_node(field) && field.multiplicity != '*') {
        body << "      mix(seed, hash(self." << field.name << "));\n";
      } else if (field.multiplicity == '*') {
        body << "      for (const auto& item : self." << field.name << ") mix(seed, "
             << (is_node(field) ? "hash(item)" : "hash_value(item)") << ");\n";
      } else {
        body << "      mix(seed, hash_value(self." << field.name << "));\n";
      }
    }
    out << "    case Kind::" << name << ": ";
    if (body.str().empty()) {
      out << "break;\n";
    } else {
      out << "{\n      const auto& self = static_cast<const " << name << "&>(*node);\n"
          << body.str() << "      break;\n    }\n";
    }
  });
  out << "  }\n  return seed;\n}\n";
}

std::string Writer::source() {
  std::ostringstream out;
  out << "// Written by asdl_gen from lint/ast/Python.asdl.\n"
         "#include \"lint/ast/ast_nodes.h\"\n\n#include \"lint/ast/node_values.h\"\n\n"
         "namespace lint::ast {\n\nstd::string_view kind_name(Kind kind) {\n"
         "  static constexpr std::string_view kNames[] = {\n";
  each_struct([&](const Type& type, const Constructor& constructor) {
    out << "      \"" << struct_name(type, constructor) << "\",\n";
  });
  out << "  };\n  return kNames[static_cast<std::size_t>(kind)];\n}\n";
  for (const Type& type : types_) {
    if (type.shape != Shape::Enum) continue;
    out << "\nstd::string_view name_of(" << camel(type.name)
        << " value) {\n  static constexpr std::string_view kNames[] = {";
    for (const Constructor& value : type.constructors) out << '"' << value.name << "\", ";
    out << "};\n  return kNames[static_cast<std::size_t>(value)];\n}\n";
  }
  out << '\n';
  write_dump(out);
  out << "\nstd::string dump(const Node& node) {\n  DumpWriter out;\n"
         "  dump_node(out, node);\n  return out.take();\n}\n";
  write_equality(out);
  write_hash(out);
  out << "\n}  // namespace lint::ast\n";
  return out.str();
}

// Leaves the file alone if nothing changed, so that nothing is rebuilt.
void write_file(const char* path, const std::string& text) {
  std::ifstream old_file(path);
  std::stringstream old_text;
  old_text << old_file.rdbuf();
  if (old_file && old_text.str() == text) return;
  std::ofstream file(path);
  file << text;
  if (!file.flush()) give_up(std::string("cannot write ") + path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) give_up("usage: asdl_gen FILE.asdl HEADER SOURCE");
  const std::vector<Type> types = Reader(read_tokens(argv[1])).read();
  Writer writer(types);
  write_file(argv[2], writer.header());
  write_file(argv[3], writer.source());
}
