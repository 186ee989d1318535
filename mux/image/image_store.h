// ImageStore: the images of a terminal, and where they are placed; bounded.
//
// Both have keys that are never used twice, so that what refers to one that is gone
// finds nothing.  What is on which row of the screen is not known here: rows hold
// strips (mux/term/row_images.h) that name a placement.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

#include "mux/image/image.h"

namespace mux::image {

struct ImageLimits {
  std::size_t bytes_of_one = std::size_t{32} << 20;
  std::size_t bytes = std::size_t{128} << 20;
  std::size_t images = 1024;
  std::size_t placements = 4096;
};

class ImageStore {
 public:
  explicit ImageStore(const ImageLimits& limits) : limits_(limits) {}
  const ImageLimits& limits() const { return limits_; }

  // Takes the place of an image with the same id; the oldest go if there is no room.
  // 0: it is larger than one may be.
  std::uint32_t add(Image image);
  // Null: it is gone.
  const Image* find(std::uint32_t key) const;
  // The newest image with that id (number); 0: there is none.
  std::uint32_t key_of_id(std::uint32_t id) const;
  std::uint32_t key_of_number(std::uint32_t number) const;
  // An id that no image has.
  std::uint32_t free_id() const;
  void remove(std::uint32_t key);  // With its placements.

  // One with the same id of the same image is taken away.  The image exists.
  std::uint32_t place(const Placement& placement);
  const Placement* find_placement(std::uint32_t key) const;
  // The newest one of that image with that id (0: any); 0: there is none.
  std::uint32_t key_of_placement(std::uint32_t image, std::uint32_t id) const;
  void remove_placement(std::uint32_t key);  // With those that belong to it.
  bool is_placed(std::uint32_t image) const;
  // Calls with each key and placement, oldest first; it may not change them.
  template <typename Visit>
  void for_each_placement(const Visit& visit) const {
    for (const auto& [key, placement] : placements_) visit(key, placement);
  }

  // There are so many placements that it is time to forget those that nobody sees.
  bool wants_sweep() const { return placements_.size() >= bound_; }
  // Keeps virtual ones and those that are alive; images without an id go with the
  // last of their placements.
  void sweep(const std::set<std::uint32_t>& alive);

  void clear();
  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return images_.size(); }
  std::size_t placements() const { return placements_.size(); }

 private:
  void make_room(std::size_t bytes);
  void remove_orphans();
  std::uint32_t oldest() const;

  static constexpr std::size_t kLeastBound = 64;

  ImageLimits limits_;
  std::map<std::uint32_t, Image> images_;
  std::map<std::uint32_t, Placement> placements_;
  std::uint32_t last_image_ = 0;
  std::uint32_t last_placement_ = 0;
  std::size_t bytes_ = 0;
  std::size_t bound_ = kLeastBound;
  bool has_children_ = false;  // Some placement belonged to another one.
};

}  // namespace mux::image
