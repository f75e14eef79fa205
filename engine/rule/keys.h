// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "yaml/key.h"

// The keys of rule files, in the order in which they are usually written.
namespace figcheck::rule {

using yaml::KeyDoc;
using yaml::KeyDocs;

const KeyDocs& keys();
const KeyDocs& diagnosis_keys();
const KeyDocs& repair_keys();
const KeyDocs& test_keys();
const KeyDocs& document_keys();  ///< Of an article under a test's `documents`.
const KeyDocs& old_keys();       ///< Of a test's `old`, where it is a map.

}  // namespace figcheck::rule
