// SPDX-License-Identifier: Apache-2.0
#include "cli/batch.h"

#include <system_error>
#include <utility>

namespace figcheck::cli {
namespace {

/// Enough that no thread waits while a long article is worked on.
constexpr std::size_t kSlotsPerThread = 32;
constexpr std::size_t kBytes = std::size_t{64} << 20U;

}  // namespace

Batch::Batch(std::size_t jobs, std::function<bool(Answer)> deliver)
    : deliver_(std::move(deliver)), most_(jobs * kSlotsPerThread) {
  if (jobs < 2) return;
  try {
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back(&Batch::work, this);
  } catch (const std::system_error&) {
    // No more threads to be had: those that there are do the work.
  }
}

Batch::~Batch() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.clear();
  }
  added_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Batch::add(Task task, std::size_t size) {
  if (!wanted_) return false;
  if (threads_.empty()) {
    wanted_ = deliver_(task());
    return wanted_;
  }
  while (wanted_ && !has_room_for(size)) deliver_first();
  if (!wanted_) return false;
  auto slot = std::make_shared<Slot>();
  slot->task = std::move(task);
  slot->size = size;
  under_way_ += size;
  slots_.push_back(slot);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(slot));
  }
  added_.notify_one();
  return true;
}

void Batch::finish() {
  while (wanted_ && !slots_.empty()) deliver_first();
}

bool Batch::has_room_for(std::size_t size) const {
  return slots_.empty() || (slots_.size() < most_ && under_way_ + size <= kBytes);
}

void Batch::deliver_first() {
  const std::shared_ptr<Slot> slot = slots_.front();
  slots_.pop_front();
  {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&slot] { return slot->done; });
  }
  under_way_ -= slot->size;
  wanted_ = deliver_(std::move(slot->answer));
}

void Batch::work() {
  for (;;) {
    std::shared_ptr<Slot> slot;
    {
      std::unique_lock lock(mutex_);
      added_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      slot = std::move(waiting_.front());
      waiting_.pop_front();
    }
    Answer answer = slot->task();
    slot->task = nullptr;  // lets go of the article's bytes
    {
      const std::lock_guard lock(mutex_);
      slot->answer = std::move(answer);
      slot->done = true;
    }
    finished_.notify_one();
  }
}

}  // namespace figcheck::cli
