#include "mux/image/image_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mux::image {

std::uint32_t ImageStore::add(Image image) {
  if (image.bytes.size() > limits_.bytes_of_one) return 0;
  if (image.id != 0) {
    if (const std::uint32_t old = key_of_id(image.id)) remove(old);
  }
  make_room(image.bytes.size());
  bytes_ += image.bytes.size();
  images_.emplace(++last_image_, std::move(image));
  return last_image_;
}

const Image* ImageStore::find(std::uint32_t key) const {
  const auto found = images_.find(key);
  return found == images_.end() ? nullptr : &found->second;
}

std::uint32_t ImageStore::key_of_id(std::uint32_t id) const {
  if (id == 0) return 0;
  const auto found =
      std::ranges::find_if(images_, [&](const auto& it) { return it.second.id == id; });
  return found == images_.end() ? 0 : found->first;
}

std::uint32_t ImageStore::key_of_number(std::uint32_t number) const {
  if (number == 0) return 0;
  const auto found = std::find_if(images_.rbegin(), images_.rend(),
                                  [&](const auto& it) { return it.second.number == number; });
  return found == images_.rend() ? 0 : found->first;
}

std::uint32_t ImageStore::free_id() const {
  std::uint32_t id = last_image_ + 1;
  while (id == 0 || key_of_id(id) != 0) ++id;
  return id;
}

void ImageStore::remove(std::uint32_t key) {
  const auto found = images_.find(key);
  if (found == images_.end()) return;
  bytes_ -= found->second.bytes.size();
  images_.erase(found);
  std::erase_if(placements_, [&](const auto& it) { return it.second.image == key; });
  remove_orphans();
}

// Placements go with the one they belong to, and theirs with them.
void ImageStore::remove_orphans() {
  if (!has_children_) return;
  // Parents are older, so one pass finds all.
  for (auto it = placements_.begin(); it != placements_.end();) {
    const std::uint32_t parent = it->second.parent;
    it = parent != 0 && !placements_.contains(parent) ? placements_.erase(it) : std::next(it);
  }
}

std::uint32_t ImageStore::place(const Placement& placement) {
  if (placement.id != 0) {
    std::erase_if(placements_, [&](const auto& it) {
      return it.second.image == placement.image && it.second.id == placement.id;
    });
  }
  while (placements_.size() >= limits_.placements) placements_.erase(placements_.begin());
  placements_.emplace(++last_placement_, placement);
  has_children_ = has_children_ || placement.parent != 0;
  remove_orphans();
  return last_placement_;
}

const Placement* ImageStore::find_placement(std::uint32_t key) const {
  const auto found = placements_.find(key);
  return found == placements_.end() ? nullptr : &found->second;
}

std::uint32_t ImageStore::key_of_placement(std::uint32_t image, std::uint32_t id) const {
  const auto found = std::find_if(placements_.rbegin(), placements_.rend(), [&](const auto& it) {
    return it.second.image == image && (id == 0 || it.second.id == id);
  });
  return found == placements_.rend() ? 0 : found->first;
}

void ImageStore::remove_placement(std::uint32_t key) {
  const auto found = placements_.find(key);
  if (found == placements_.end()) return;
  const std::uint32_t of = found->second.image;
  placements_.erase(found);
  remove_orphans();
  const Image* const shown = find(of);
  if (shown != nullptr && shown->id == 0 && !is_placed(of)) remove(of);
}

bool ImageStore::is_placed(std::uint32_t image) const {
  return std::ranges::any_of(placements_, [&](const auto& it) { return it.second.image == image; });
}

void ImageStore::sweep(const std::set<std::uint32_t>& alive) {
  std::erase_if(placements_,
                [&](const auto& it) { return !it.second.is_virtual && !alive.contains(it.first); });
  remove_orphans();
  std::set<std::uint32_t> placed;
  for (const auto& [key, placement] : placements_) placed.insert(placement.image);
  std::erase_if(images_, [&](const auto& it) {
    const bool is_gone = it.second.id == 0 && !placed.contains(it.first);
    if (is_gone) bytes_ -= it.second.bytes.size();
    return is_gone;
  });
  bound_ = std::max(kLeastBound, placements_.size() * 2);
}

void ImageStore::clear() {
  images_.clear();
  placements_.clear();
  bytes_ = 0;
  bound_ = kLeastBound;
  has_children_ = false;
}

// The first to go: those that are not shown, then the oldest.
std::uint32_t ImageStore::oldest() const {
  for (const auto& [key, image] : images_) {
    if (!is_placed(key)) return key;
  }
  return images_.begin()->first;
}

void ImageStore::make_room(std::size_t bytes) {
  while (!images_.empty() && (images_.size() >= limits_.images || bytes_ + bytes > limits_.bytes)) {
    remove(oldest());
  }
}

}  // namespace mux::image
