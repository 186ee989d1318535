#include <algorithm>
#include <array>
#include <utility>

#include "common/walk/glob.h"
#include "common/walk/glob_impl.h"
#include "common/walk/name_key.h"

namespace common::walk {
namespace {

// Copies `text` in lower case; short texts stay on the stack.
class Lowered {
 public:
  explicit Lowered(std::string_view text) {
    if (text.size() > small_.size()) large_.resize(text.size());
    char* out = large_.empty() ? small_.data() : large_.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
      out[i] = static_cast<char>(ascii_lower(static_cast<std::uint8_t>(text[i])));
    }
    view = {out, text.size()};
  }
  Lowered(const Lowered&) = delete;
  Lowered& operator=(const Lowered&) = delete;

  std::string_view view;

 private:
  std::array<char, 512> small_;
  std::string large_;
};

}  // namespace

struct GlobSet::Impl {
  struct Entry {
    std::uint64_t hash;
    std::uint32_t index;
    bool directories_only;
  };

  // Entries found by hash: open addressing over runs of equal hash, each run
  // with the highest index first.
  class Table {
   public:
    void build(std::vector<Entry> entries) {
      if (entries.empty()) return;
      std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.index > b.index;
      });
      entries_ = std::move(entries);
      std::size_t size = 4;
      while (size < 2 * entries_.size()) size *= 2;
      slots_.assign(size, kFree);
      for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (i != 0 && entries_[i].hash == entries_[i - 1].hash) continue;
        std::size_t at = entries_[i].hash & (size - 1);
        while (slots_[at] != kFree) at = (at + 1) & (size - 1);
        slots_[at] = static_cast<std::uint32_t>(i);
      }
    }

    // Runs `accept` on the entries of `hash` until it returns true.
    template <typename Accept>
    void find(std::uint64_t hash, const Accept& accept) const {
      if (slots_.empty()) return;
      std::size_t mask = slots_.size() - 1;
      for (std::size_t at = hash & mask; slots_[at] != kFree; at = (at + 1) & mask) {
        std::size_t i = slots_[at];
        if (entries_[i].hash != hash) continue;
        for (; i < entries_.size() && entries_[i].hash == hash; ++i) {
          if (accept(entries_[i])) return;
        }
        return;
      }
    }

   private:
    static constexpr std::uint32_t kFree = ~std::uint32_t{0};
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;
  };

  // The globs of one case mode.
  struct Half {
    Table by_base;
    Table by_extension;
    std::vector<Entry> others;  // Highest index first.
    bool empty = true;
  };

  std::vector<Glob> globs;
  Half exact;
  Half folded;

  int last_match(const Half& half, std::string_view path, const NameKey& key,
                 bool is_directory) const {
    int best = -1;
    auto accept = [&](const Entry& entry) {
      auto index = static_cast<int>(entry.index);
      if (index < best) return true;
      if (entry.directories_only && !is_directory) return false;
      if (!globs[entry.index].impl_->matches(path, key.base)) return false;
      best = index;
      return true;
    };
    half.by_base.find(key.base_hash, accept);
    if (!key.extension.empty()) half.by_extension.find(key.extension_hash, accept);
    for (const Entry& entry : half.others) {
      if (accept(entry)) break;
    }
    return best;
  }
};

GlobSet::GlobSet() = default;

GlobSet::GlobSet(std::vector<Glob> globs, const std::vector<bool>& directories_only) {
  if (globs.empty()) return;
  auto impl = std::make_unique<Impl>();
  std::array<std::vector<Impl::Entry>, 2> by_base;
  std::array<std::vector<Impl::Entry>, 2> by_extension;
  for (std::size_t i = globs.size(); i-- > 0;) {
    const Glob::Impl& glob = *globs[i].impl_;
    Impl::Half& half = glob.ignore_case ? impl->folded : impl->exact;
    half.empty = false;
    Impl::Entry entry{.hash = 0,
                      .index = static_cast<std::uint32_t>(i),
                      .directories_only = !directories_only.empty() && directories_only[i]};
    if (glob.way <= Glob::Impl::PathSuffix) {
      entry.hash = hash_name(base_name(glob.literal));
      by_base[glob.ignore_case].push_back(entry);
    } else if (!glob.literal.empty()) {
      entry.hash = hash_name(glob.literal);
      by_extension[glob.ignore_case].push_back(entry);
    } else {
      half.others.push_back(entry);
    }
  }
  impl->exact.by_base.build(std::move(by_base[0]));
  impl->folded.by_base.build(std::move(by_base[1]));
  impl->exact.by_extension.build(std::move(by_extension[0]));
  impl->folded.by_extension.build(std::move(by_extension[1]));
  impl->globs = std::move(globs);
  impl_ = std::move(impl);
}

GlobSet::~GlobSet() = default;
GlobSet::GlobSet(GlobSet&&) noexcept = default;
GlobSet& GlobSet::operator=(GlobSet&&) noexcept = default;

int GlobSet::last_match(std::string_view path, bool is_directory) const {
  return impl_ == nullptr ? -1 : last_match(path, NameKey(base_name(path)), is_directory);
}

int GlobSet::last_match(std::string_view path, const NameKey& key, bool is_directory) const {
  if (impl_ == nullptr) return -1;
  int best = -1;
  if (!impl_->exact.empty) best = impl_->last_match(impl_->exact, path, key, is_directory);
  if (impl_->folded.empty) return best;
  Lowered lowered(path);
  NameKey lowered_key(base_name(lowered.view));
  return std::max(best, impl_->last_match(impl_->folded, lowered.view, lowered_key, is_directory));
}

bool GlobSet::empty() const {
  return impl_ == nullptr;
}

}  // namespace common::walk
