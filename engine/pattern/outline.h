// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "pattern/places.h"

namespace figcheck::pattern {

struct Expression;
struct Options;

/// Up to 256 positions of a sentence.
struct WideBits {
  static constexpr std::size_t kWords = 4;
  std::array<std::uint64_t, kWords> words{};

  /// Moves every position one to the left.
  WideBits back() const {
    WideBits out;
    for (std::size_t i = 0; i < kWords; ++i) {
      out.words[i] = words[i] >> 1U;
      if (i + 1 < kWords) out.words[i] |= words[i + 1] << 63U;
    }
    return out;
  }
  bool none() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
  friend WideBits operator&(WideBits a, const WideBits& b) {
    for (std::size_t i = 0; i < kWords; ++i) a.words[i] &= b.words[i];
    return a;
  }
  friend WideBits operator|(WideBits a, const WideBits& b) {
    for (std::size_t i = 0; i < kWords; ++i) a.words[i] |= b.words[i];
    return a;
  }
  friend bool operator==(const WideBits&, const WideBits&) = default;
};

/// The same for up to 64.
struct NarrowBits {
  std::uint64_t word = 0;

  NarrowBits back() const { return {word >> 1U}; }
  bool none() const { return word == 0; }
  friend NarrowBits operator&(NarrowBits a, NarrowBits b) { return {a.word & b.word}; }
  friend NarrowBits operator|(NarrowBits a, NarrowBits b) { return {a.word | b.word}; }
  friend bool operator==(const NarrowBits&, const NarrowBits&) = default;
};

/// The outlines of many patterns: what each asks for at which place, as a program that works out
/// for all positions of a sentence at once whether a match begins there.
///
/// Each step turns the positions where what follows can begin into those where it can begin too,
/// from the end of the pattern to its beginning. It is exact: bounded gaps and repetitions are
/// counted. What takes part in a match (captures, the choice between alternatives) is RE2's work.
class Outlines {
 public:
  /// Returns where the outline of a pattern begins. The table must be complete.
  std::uint32_t add(const Expression& tree, const Options& options, const SymbolTable& table,
                    Places& places);

  /// The positions where a match of the outline begins. `window.mask(place)` gives the positions
  /// whose tokens a place takes; `window.ends()` all positions, with the one behind the last token;
  /// `window.first()` and `window.last()` the beginning and the end of the sentence.
  template <class Bits, class Window>
  Bits starts(std::uint32_t outline, Window& window) const {
    return run<Bits>(outline, window.ends(), window);
  }

 private:
  enum class Kind : std::uint8_t { token, gap, sequence, choice, repeat, first, last };

  struct Step {
    Kind kind = Kind::sequence;
    std::int16_t least = 0;
    std::int16_t most = 0;  ///< Negative for any number.
    std::uint32_t end = 0;  ///< The step behind its parts, which stand behind it.
    Places::Id place = 0;
  };

  void write(const Expression& tree, const Options& options, const SymbolTable& table,
             Places& places);
  void write_step(Kind kind, Places::Id place = 0, int least = 0, int most = 0);

  template <class Bits, class Window>
  Bits run(std::uint32_t at, Bits next, Window& window) const;

  std::vector<Step> steps_;
};

template <class Bits, class Window>
Bits Outlines::run(std::uint32_t at, Bits next, Window& window) const {
  const Step& step = steps_[at];
  switch (step.kind) {
    case Kind::token:
      return next.back() & window.mask(step.place);
    case Kind::gap: {
      const Bits inside = window.mask(step.place);
      Bits all = next;
      for (int i = 0; i != step.most; ++i) {
        const Bits more = all | (all.back() & inside);
        if (more == all) break;
        all = more;
      }
      return all;
    }
    case Kind::sequence:
      for (std::uint32_t part = at + 1; part < step.end && !next.none(); part = steps_[part].end) {
        next = run(part, next, window);
      }
      return next;
    case Kind::choice: {
      Bits any{};
      for (std::uint32_t part = at + 1; part < step.end; part = steps_[part].end) {
        any = any | run(part, next, window);
      }
      return any;
    }
    case Kind::repeat: {
      Bits all = step.least == 0 ? next : Bits{};
      for (int i = 1; i <= step.most; ++i) {
        next = run(at + 1, next, window);
        if (next.none()) break;
        if (i >= step.least) all = all | next;
      }
      return all;
    }
    case Kind::first:
      return next & window.first();
    case Kind::last:
      return next & window.last();
  }
  return {};
}

}  // namespace figcheck::pattern
