// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace figcheck::pipeline {

/// Returns the image (see yaml::read_image()) of the rules and vocabulary that are part of the
/// library. It lies in the program's constant data, and the files in it are named as from the root
/// of the repository: "rules/claims/x.yaml".
std::string_view shipped_image();

}  // namespace figcheck::pipeline
